using Crm.Domain.Access;
using Crm.Domain.Insights;

namespace Crm.Domain.Customers;

/// <summary>The fields of conditions by the names under which roles hide them.</summary>
internal static class CustomerFieldNames
{
    public static bool MayRead(CrmRights rights, string criteriaField)
    {
        var name = criteriaField.Split(':', '.')[0];
        return name switch
        {
            "insight" or "insights" => rights.MayReadAll(nameof(CustomerInsight)),
            "custom" => rights.MayRead(nameof(Customer), $"CustomFields:{criteriaField[(name.Length + 1)..]}"),
            "name" or "givenName" or "familyName" => rights.MayRead(nameof(Customer), nameof(Person.Name)),
            "email" or "phone" => rights.MayRead(nameof(Customer), nameof(ContactPoint)),
            "city" or "postcode" or "country" => rights.MayRead(nameof(Customer), nameof(CustomerAddress)),
            "tag" => rights.MayRead(nameof(Customer), nameof(CustomerTag)),
            "preference" => rights.MayRead(nameof(Customer), nameof(CustomerPreference)),
            "stageSince" => rights.MayRead(nameof(Customer), nameof(Customer.Stage)),
            "specialist" => rights.MayRead(nameof(Customer), nameof(Customer.SpecialistId)),
            "team" => rights.MayRead(nameof(Customer), nameof(Customer.TeamId)),

            // The others are called as their columns are.
            _ => rights.MayRead(nameof(Customer), char.ToUpperInvariant(name[0]) + name[1..]),
        };
    }
}
