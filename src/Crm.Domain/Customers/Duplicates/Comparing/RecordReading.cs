using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Brings records into comparison form.</summary>
internal static class RecordReading
{
    public static RecordTable Read(IReadOnlyList<DuplicateRecord> left, IReadOnlyList<DuplicateRecord>? right)
    {
        var table = new RecordTable(left.Count + (right?.Count ?? 0), left.Count);
        for (var i = 0; i < table.Count; i++)
        {
            Read(table, i, i < left.Count ? left[i] : right![i - left.Count]);
        }

        return table;
    }

    private static void Read(RecordTable table, int i, DuplicateRecord record)
    {
        var (given, middle, family) = Name(record);
        Set(RecordColumn.Given, given);
        Set(RecordColumn.Middle, middle);
        Set(RecordColumn.Family, family);
        Set(RecordColumn.Organisation, AddressWords.Organisation(record.Organisation ?? string.Empty));
        Set(RecordColumn.Birth, Date(record));
        Set(RecordColumn.Email, Email(record.Email));
        var country = Domain.Values.Country.TryFromCode(record.Country?.Trim().ToUpperInvariant(), out var found) ? found : null;
        Set(RecordColumn.Phone, Phone(record.Phone, country));
        var (street, number) = AddressWords.Street(record.Street ?? string.Empty);
        var house = AddressWords.House(record.StreetNumber ?? string.Empty);
        Set(RecordColumn.Number, house.Length > 0 ? house : number);
        Set(RecordColumn.Street, street);
        Set(RecordColumn.Street2, AddressWords.Street(record.Street2 ?? string.Empty) is var (line, inner) ? string.Join(' ', line, inner).Trim() : string.Empty);
        Set(RecordColumn.City, Words(record.City));
        Set(RecordColumn.Suburb, Words(record.Suburb));
        Set(RecordColumn.Postcode, Postcode(record.Postcode, country));
        Set(RecordColumn.Region, Words(record.Region));
        Set(RecordColumn.Country, Words(record.Country));
        Set(RecordColumn.NationalId, ComparisonKey.Compact(record.NationalId ?? string.Empty));

        void Set(RecordColumn column, string text) => table.Columns[(int)column][i] = table.PoolOf(column).Add(text);
    }

    private static (string Given, string Middle, string Family) Name(DuplicateRecord record)
    {
        var (given, middle, family) = (Words(record.GivenName), Words(record.MiddleName), Words(record.FamilyName));
        if (given.Length + family.Length > 0 || string.IsNullOrWhiteSpace(record.FullName))
        {
            return (given, middle, family);
        }

        return PersonName.TryParse(record.FullName, out var name)
            ? (Words(name.Given), Words(name.Middle), Words(name.Family))
            : (string.Empty, middle, Words(record.FullName));
    }

    private static string Words(string? text) => text is null ? string.Empty : string.Join(' ', ComparisonKey.Words(text));

    // yyyyMMdd with zeros for what is not known; the digits of an impossible date are its text.
    private static string Date(DuplicateRecord record)
    {
        if (!string.IsNullOrWhiteSpace(record.BirthDate))
        {
            var words = ComparisonKey.Words(record.BirthDate);
            return words.Count == 3 && words.All(w => w.All(char.IsAsciiDigit)) && words[0].Length == 4 && words[1].Length <= 2 && words[2].Length <= 2
                ? $"{words[0]}{words[1].PadLeft(2, '0')}{words[2].PadLeft(2, '0')}"
                : string.Concat(words);
        }

        var (year, month, day) = (record.BirthYear ?? 0, record.BirthMonth ?? 0, record.BirthDay ?? 0);
        return year == 0 && month == 0 && day == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}{day:00}");
    }

    // What stands after a plus in a mailbox name goes to the same mailbox.
    private static string Email(string? text)
    {
        if (!EmailAddress.TryParse(text, out var address))
        {
            return ComparisonKey.Of(text?.Trim() ?? string.Empty);
        }

        var at = address.Normalized.LastIndexOf('@');
        var plus = address.Normalized.IndexOf('+', StringComparison.Ordinal);
        return ComparisonKey.Of(plus > 0 && plus < at ? address.Normalized[..plus] + address.Normalized[at..] : address.Normalized);
    }

    private static string Phone(string? text, Country? country)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        return PhoneNumber.TryParse(text, country?.Code, out var number)
            ? number.E164[1..]
            : string.Concat(ComparisonKey.Of(text).Where(char.IsAsciiDigit)).TrimStart('0');
    }

    private static string Postcode(string? text, Country? country) =>
        text is null ? string.Empty : ComparisonKey.Compact(PostalCode.TryNormalize(country, text, out var normalized) ? normalized : text);
}
