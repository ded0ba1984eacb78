using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Customers;

/// <summary>
/// Reads customers in the layout <c>crm</c>:
/// <c>id,givenName,familyName,organisation,email,phone,street,postcode,city,country,language</c>; only <c>id</c> must be there.
/// </summary>
internal static class CustomerFile
{
    public static readonly string[] Names = ["id", "givenName", "familyName", "organisation", "email", "phone", "street", "postcode", "city", "country", "language"];

    public static List<CustomerRow> Read(TextSource source, ColumnMap map, string system)
    {
        var rows = new List<CustomerRow>();
        DelimitedText.ReadRows(source, map, Names, ["id"], row => rows.Add(Row(row, system)));
        return rows;
    }

    private static CustomerRow Row(DelimitedText row, string system)
    {
        var id = row.Text("id");
        if (id is null)
        {
            return new CustomerRow(row.Row, "", null, new Rejection(row.Row, "id", "CellEmpty", "A customer needs an id, so that the same file is not imported twice."));
        }

        var reading = new CellReading(row);
        var country = reading.Cell("country", t => Country.TryFromCode(t.ToUpperInvariant(), out var found) ? found : throw new FormatException($"{t} is no ISO 3166 country code such as IT."));
        var customer = new NewCustomer
        {
            References = reading.Cell("id", t => new ExternalReference(system, t)) is { } reference ? [reference] : [],
            Name = reading.Cell(row.Has("familyName") ? "familyName" : "givenName", [row.Text("givenName"), row.Text("familyName")], n => new PersonName(n[0], n[1])),
            OrganisationName = row.Text("organisation"),
            Emails = reading.Cell("email", EmailAddress.Parse) is { } email ? [email] : [],
            Phones = reading.Cell("phone", t => PhoneNumber.Parse(t, country?.Code)) is { } phone ? [phone] : [],
            Language = reading.Cell("language", LanguageTag.Parse),
            Address = reading.Cell(
                "street",
                [row.Text("street"), row.Text("postcode"), row.Text("city")],
                a => new PostalAddress(a[0], null, a[1], a[2], null, country)),
        };
        return new CustomerRow(row.Row, id, customer, reading.Rejection);
    }
}
