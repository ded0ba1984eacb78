using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>
/// The words by whose beginning customers are searched: of the name, the e-mail address and its domain, numbers as they are
/// dialled at home and from abroad and from their end, identities in other systems, postal code and city.
/// </summary>
public sealed class CustomerSearchKeys : ICustomerKeyKind
{
    /// <summary>The stored name of this kind.</summary>
    public const string KindName = "word";

    /// <summary>What the key of a number begins with that is written from its last digit.</summary>
    internal const char Backwards = '<';

    /// <inheritdoc />
    public string Name => KindName;

    /// <inheritdoc />
    public IEnumerable<string> KeysOf(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return OfText(customer.DisplayName)
            .Concat(OfText((customer as Person)?.Name.Nickname))
            .Concat(customer.ContactPoints.SelectMany(OfContactPoint))
            .Concat(customer.References.Select(r => ComparisonKey.Compact(r.Value)))
            .Concat(customer.Addresses.SelectMany(a => OfText(a.Address.City).Append(ComparisonKey.Compact(a.Address.PostalCode ?? string.Empty))));
    }

    // Each word, what is written as one (O'Brien, Anna-Maria) also as one, and a number in groups (1 000 000) as one number.
    private static IEnumerable<string> OfText(string? text)
    {
        var run = new List<string>();
        foreach (var written in (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (CustomerSearchText.IsNumeric(written))
            {
                run.Add(CustomerSearchText.Digits(written));
            }
            else
            {
                yield return string.Concat(run);
                run.Clear();
            }

            var words = ComparisonKey.Words(written);
            foreach (var word in words)
            {
                yield return word;
            }

            if (words.Count > 1)
            {
                yield return string.Concat(words);
            }
        }

        yield return string.Concat(run);
    }

    private static IEnumerable<string> OfContactPoint(ContactPoint point)
    {
        if (point.Kind == ContactPointKind.Email)
        {
            var whole = ComparisonKey.Of(point.Key);
            var at = whole.LastIndexOf('@');
            return [whole, whole[(at + 1)..], .. ComparisonKey.Words(whole[..Math.Max(at, 0)])];
        }

        return PhoneNumber.TryParse(point.Key, out var phone) ? OfPhone(phone) : [];
    }

    private static IEnumerable<string> OfPhone(PhoneNumber phone)
    {
        var international = phone.E164[1..];
        return [international, phone.NationalNumber, phone.Dialled, Backwards + Reversed(international)];
    }

    internal static string Reversed(string digits) => string.Concat(digits.Reverse());
}
