using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Saving;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>Collects what names or reaches a person, now and before, to be struck out of texts about others.</summary>
internal static class PersonalIdentifiers
{
    // Words that many share say nothing alone.
    private static readonly string[] s_common = ["Address.PostalCode", "Address.City", "Address.Region", "Address.Country", "Name.Prefix", "Name.Suffix"];

    public static IEnumerable<string> Of(PersonalRows rows)
    {
        foreach (var table in rows.Tables)
        {
            var own = table.Goes || table == rows.Find(typeof(Customer)) ? table.Images : [.. table.Images.Where(i => table.NamesPart(i, rows.Customers))];
            foreach (var column in table.Rows.Table.Columns)
            {
                if (column.PropertyMappings.Any(m => PersonalData.KindOf(m.Property) is PersonalDataKind.Identifier or PersonalDataKind.Contact && !s_common.Contains(PersonalData.PathOf(m.Property))))
                {
                    foreach (var text in own.Select(i => i[column.Name]).OfType<string>())
                    {
                        yield return text;
                    }
                }
            }
        }

        foreach (var text in Before(rows))
        {
            yield return text;
        }
    }

    private static IEnumerable<string> Before(PersonalRows rows)
    {
        var audit = rows.Find(typeof(AuditEntry));
        foreach (var image in audit?.Images ?? [])
        {
            if (PersonalTable.IdOf(image[nameof(AuditEntry.AggregateId)]) is not { } id || !rows.Customers.Contains(id))
            {
                continue;
            }

            foreach (var changed in AuditJson.Read((string)image[nameof(AuditEntry.Changes)]!))
            {
                var change = FieldChange.Parse(changed.Name, changed.Before, changed.After);
                if (Names(change))
                {
                    foreach (var text in new[] { change.Before, change.After }.OfType<string>())
                    {
                        yield return text;
                    }
                }
            }
        }
    }

    private static bool Names(FieldChange change) => (change.Part, change.Field) switch
    {
        (null, nameof(Customer.DisplayName) or "Name.Given" or "Name.Family" or "Name.Middle" or "Name.Nickname") => true,
        (nameof(ContactPoint) or nameof(CustomerReference), "Value") => true,
        (nameof(CustomerAddress), "Address.Line1" or "Address.Line2") => true,
        _ => false,
    };
}
