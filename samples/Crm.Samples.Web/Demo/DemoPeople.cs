using System.Globalization;
using System.Text;
using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Samples.Web.Demo;

/// <summary>Invented customers. Addresses end in example.com and example.org, which belong to nobody (RFC 2606).</summary>
public static class DemoPeople
{
    private static readonly string[] s_given =
    [
        "Anna", "Luca", "Giulia", "Marek", "Zoë", "Ahmed", "Ingrid", "Pierre", "Sofia", "Jürgen", "Élodie", "Tomás", "Nadia", "Oskar", "Chiara",
        "Yuki", "Aoife", "Dmitri", "Fatima", "Bram",
    ];

    private static readonly string[] s_family =
    [
        "Rossi", "Bianchi", "O’Brien", "Müller", "Nowak", "Lindström", "Dubois", "García", "Tanaka", "Haddad", "Van den Berg", "Ferrari", "Kowalska",
        "Schmidt", "Novák", "Horvat", "Moreau", "Silva", "Jansen", "Conti",
    ];

    private static readonly (string City, string PostalCode, string Country, string Prefix)[] s_places =
    [
        ("Milano", "20121", "IT", "+3902555"), ("Torino", "10121", "IT", "+39011555"), ("München", "80331", "DE", "+4989555"),
        ("Lyon", "69001", "FR", "+3347855"), ("Gdańsk", "80-001", "PL", "+4858555"), ("Dublin", "D02", "IE", "+3531555"),
    ];

    private static readonly string[] s_firms = ["Caffè Centrale", "Hotel Adria", "Büro Lang", "Studio Nord", "Maison Claire", "Trattoria Da Bruno", "Oficina 12", "Green Desk"];

    /// <summary>The customer of a number: the first is always Anna Rossi, every seventh an organisation.</summary>
    public static NewCustomer Make(int number, Random random)
    {
        var place = s_places[number == 1 ? 0 : random.Next(s_places.Length)];
        var address = new PostalAddress(
            string.Create(CultureInfo.InvariantCulture, $"Via Demo {random.Next(1, 99)}"), null, place.PostalCode, place.City, null, Country.FromCode(place.Country));
        var known = new NewCustomer
        {
            Address = address,
            References = [new ExternalReference(DemoRecords.SystemName, number.ToString(CultureInfo.InvariantCulture))],
            Phones = PhoneNumber.TryParse(place.Prefix + random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture), out var phone) ? [phone] : [],
        };
        if (number % 7 == 0)
        {
            var firm = s_firms[number / 7 % s_firms.Length];
            return known with { OrganisationName = firm, Emails = [EmailAddress.Parse($"office@{Plain(firm)}.example.org")] };
        }

        var name = number == 1
            ? new PersonName("Anna", "Rossi")
            : new PersonName(s_given[random.Next(s_given.Length)], s_family[random.Next(s_family.Length)]);
        var suffix = number == 1 ? string.Empty : number.ToString(CultureInfo.InvariantCulture);
        return known with { Name = name, Emails = [EmailAddress.Parse($"{Plain(name.Given!)}.{Plain(name.Family!)}{suffix}@example.com")] };
    }

    // ASCII letters only, so that every address is deliverable by the oldest mail server.
    private static string Plain(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetter));
}
