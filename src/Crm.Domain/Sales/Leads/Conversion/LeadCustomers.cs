using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What a lead says of the customers that it may become.</summary>
internal static class LeadCustomers
{
    /// <summary>The person; null where none is named, unless a recorded one is to be completed.</summary>
    public static NewCustomer? Person(Lead lead, bool isRecorded = false) => lead.Name is null && !isRecorded ? null : Contact(lead) with { Name = lead.Name };

    /// <summary>The organisation; null where none is named, unless a recorded one is to be completed. How it is reached belongs to the person, where there is one.</summary>
    public static NewCustomer? Organisation(Lead lead, bool isRecorded = false, bool hasPerson = false) => lead.OrganisationName is null && !isRecorded ? null
        : lead.Name is null && !hasPerson ? Contact(lead) with { OrganisationName = lead.OrganisationName }
        : new NewCustomer { OrganisationName = lead.OrganisationName, Address = lead.Address };

    private static NewCustomer Contact(Lead lead) => new()
    {
        Emails = lead.Email is { } email ? [EmailAddress.Parse(email)] : [],
        Phones = lead.Phone is { } phone ? [PhoneNumber.Parse(phone, null)] : [],
        Address = lead.Address,
        Language = lead.Language,
    };
}
