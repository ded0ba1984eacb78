using Crm.Domain.Values;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>Customers as rows of a file in our own layout, <see cref="CustomerLayout.Crm"/>: an import of the file gives the same values back.</summary>
/// <remarks>
/// A row has room for one postal address (the main one before others), three e-mail addresses, three telephones, two mobiles and one
/// fax, the preferred ones first. What begins like a formula is escaped by <see cref="SpreadsheetText"/>; quoting is the writer's job.
/// </remarks>
public static class CustomerCells
{
    /// <summary>The header.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "id", "givenName", "familyName", "organisation", "email", "phone", "street", "postcode", "city", "country", "language",
        "prefix", "middleName", "suffix", "nickname", "birthDate", "street2", "region", "email2", "email3", "phone2", "phone3", "mobile", "mobile2", "fax", "tags",
    ];

    /// <summary>The cells of a customer, in the order of <see cref="Header"/>.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="system">The other system whose id the row begins with; our own id stands in where the customer has none there.</param>
    /// <returns>The cells, empty where nothing is known.</returns>
    public static IReadOnlyList<string> Of(CustomerProfile customer, string system)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var (name, address) = (customer.Name, customer.Addresses.OrderBy(a => a.Kind).ThenByDescending(a => a.IsPrimary).FirstOrDefault()?.Address);
        var emails = Values(customer, ContactPointKind.Email);
        var phones = Values(customer, ContactPointKind.Phone);
        var mobiles = Values(customer, ContactPointKind.Mobile);
        string?[] cells =
        [
            customer.References.FirstOrDefault(r => r.System == system)?.Value ?? customer.Id.ToString(),
            name?.Given, name?.Family, name is null ? customer.DisplayName : null, emails.ElementAtOrDefault(0), phones.ElementAtOrDefault(0),
            address?.Line1, address?.PostalCode, address?.City, address?.Country?.Code, customer.Language?.Value,
            name?.Prefix, name?.Middle, name?.Suffix, name?.Nickname, customer.BirthDate is { } date ? LocalDatePattern.Iso.Format(date) : null,
            address?.Line2, address?.Region, emails.ElementAtOrDefault(1), emails.ElementAtOrDefault(2), phones.ElementAtOrDefault(1), phones.ElementAtOrDefault(2),
            mobiles.ElementAtOrDefault(0), mobiles.ElementAtOrDefault(1), Values(customer, ContactPointKind.Fax).FirstOrDefault(), string.Join(" ::: ", customer.Tags),
        ];
        return [.. cells.Select(c => SpreadsheetText.Escape(c ?? string.Empty))];
    }

    private static List<string> Values(CustomerProfile customer, ContactPointKind kind) =>
        [.. customer.ContactPoints.Where(p => p.Kind == kind).OrderByDescending(p => p.IsPrimary).Select(p => p.Value)];
}
