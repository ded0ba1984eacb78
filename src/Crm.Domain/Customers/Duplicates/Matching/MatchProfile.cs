using Crm.Domain.Values;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>What of a customer is compared: a customer can have several addresses and numbers, a record has one of each.</summary>
internal sealed record MatchProfile
{
    public required CustomerKind Kind { get; init; }

    /// <summary>Names and date of birth.</summary>
    public required DuplicateRecord Identity { get; init; }

    public IReadOnlyList<string> Emails { get; init; } = [];

    public IReadOnlyList<string> Phones { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    public static MatchProfile Of(Customer customer) => new()
    {
        Kind = customer.Kind,
        Identity = customer is Person person ? Person(person.Name, person.BirthDate) : Organisation(customer.DisplayName),
        Emails = [.. customer.ContactPoints.Where(p => p.Kind == ContactPointKind.Email).OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => p.Key)],
        Phones = [.. customer.ContactPoints.Where(p => p.Kind != ContactPointKind.Email).OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => p.Key)],
        Addresses = [.. customer.Addresses.OrderBy(a => a.Kind).ThenByDescending(a => a.IsPrimary).ThenBy(a => a.Id).Select(a => a.Address)],
    };

    public static MatchProfile Of(NewCustomer customer) => new()
    {
        Kind = customer.Name is null ? CustomerKind.Organisation : CustomerKind.Person,
        Identity = customer.Name is { } name ? Person(name, customer.BirthDate) : Organisation(customer.OrganisationName ?? string.Empty),
        Emails = [.. customer.Emails.Select(e => e.Normalized)],
        Phones = [.. customer.Phones.Select(p => p.ToString())],
        Addresses = customer.Address is { } address ? [address] : [],
    };

    public MatchProfile Renamed(PersonName name) => name is null ? throw new ArgumentNullException(nameof(name)) : this with { Identity = Identity with { GivenName = name.Given, MiddleName = name.Middle, FamilyName = name.Family } };

    /// <summary>Records that have, between them, every address and number.</summary>
    public IReadOnlyList<DuplicateRecord> Records() =>
    [
        .. Enumerable.Range(0, Math.Max(1, Math.Max(Addresses.Count, Math.Max(Emails.Count, Phones.Count))))
            .Select(i => Record(Emails.ElementAtOrDefault(i), Phones.ElementAtOrDefault(i), Addresses.ElementAtOrDefault(i))),
    ];

    /// <summary>Two customers as records, of each kind of address the two that agree best.</summary>
    public static (DuplicateRecord One, DuplicateRecord Other) Aligned(MatchProfile one, MatchProfile other)
    {
        var emails = Best(one.Emails, other.Emails, (x, y) => x == y ? 2 : TextDistance.Edits(x, y, 2) <= 2 ? 1 : 0);
        var phones = Best(one.Phones, other.Phones, (x, y) => x == y ? 2 : TextDistance.Edits(x, y, 1) <= 1 ? 1 : 0);
        var addresses = Best(one.Addresses, other.Addresses, Likeness);
        return (one.Record(emails.One, phones.One, addresses.One), other.Record(emails.Other, phones.Other, addresses.Other));
    }

    private DuplicateRecord Record(string? email, string? phone, PostalAddress? address) => Identity with
    {
        Email = email,
        Phone = phone,
        Street = address?.Line1,
        Street2 = address?.Line2,
        City = address?.City,
        Postcode = address?.PostalCode,
        Region = address?.Region,
        Country = address?.Country?.Code,
    };

    private static DuplicateRecord Person(PersonName name, NodaTime.LocalDate? birthDate) => new()
    {
        GivenName = name.Given,
        MiddleName = name.Middle,
        FamilyName = name.Family,
        BirthDate = birthDate is { } date ? LocalDatePattern.Iso.Format(date) : null,
    };

    private static DuplicateRecord Organisation(string name) => new() { Organisation = name };

    private static int Likeness(PostalAddress x, PostalAddress y) =>
        (Same(x.PostalCode, y.PostalCode) ? 2 : 0) + (Same(x.City, y.City) ? 1 : 0) + (Same(x.Line1, y.Line1) ? 3 : 0);

    private static bool Same(string? x, string? y) => x is not null && y is not null && string.Equals(ComparisonKey.Compact(x), ComparisonKey.Compact(y), StringComparison.Ordinal);

    // The first ones where none agree.
    private static (T? One, T? Other) Best<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, int> likeness)
        where T : class
    {
        var best = (One: one.Count > 0 ? one[0] : null, Other: other.Count > 0 ? other[0] : null, Likeness: 0);
        foreach (var x in one)
        {
            foreach (var y in other)
            {
                if (likeness(x, y) is var like && like > best.Likeness)
                {
                    best = (x, y, like);
                }
            }
        }

        return (best.One, best.Other);
    }
}
