using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Reads what people type into a search box as words of <see cref="CustomerSearchKeys"/>; a customer matches when all do.</summary>
public static class CustomerSearchText
{
    /// <summary>The most words that count; of more, the longest.</summary>
    public const int MaxWords = 8;

    private const int MaxTextLength = 2_000;
    private const int JoinedDigits = 7;
    private const int DigitsFromTheEnd = 3;
    private const int InternationalDigits = 10;

    // What is dialled for abroad in most of the world, North America, Australia, Japan and Russia.
    private static readonly string[] s_internationalPrefixes = ["00", "011", "0011", "010", "810"];

    /// <summary>Splits a text into words. A telephone number in any notation is one word.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>The words; empty where there is neither letter nor digit.</returns>
    public static IReadOnlyList<CustomerSearchWord> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = (text.Length <= MaxTextLength ? text : text[..MaxTextLength]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = new List<CustomerSearchWord>();
        for (var i = 0; i < written.Length;)
        {
            var run = written.Skip(i).TakeWhile(IsNumeric).ToList();
            if (run.Count > 0)
            {
                words.AddRange(IsOneNumber(run) ? [Number(string.Concat(run))] : run.Select(Number));
                i += run.Count;
            }
            else
            {
                words.AddRange(OfWritten(written[i++]));
            }
        }

        return [.. words.DistinctBy(w => w.Beginnings[0]).OrderByDescending(w => w.Beginnings[0].Length).Take(MaxWords)];
    }

    private static IEnumerable<CustomerSearchWord> OfWritten(string written)
    {
        // Addresses and domains have an inner @ or dot; initials end with one.
        var words = ComparisonKey.Words(written);
        if (words.Count == 0)
        {
            return [];
        }

        if (written.IndexOf('@', StringComparison.Ordinal) > 0
            || (words.Count > 1 && written.Contains('.', StringComparison.Ordinal) && written[^1] != '.' && words.SkipLast(1).All(w => w.Length > 1)))
        {
            var whole = CustomerKeyKinds.Cut(ComparisonKey.Of(written));
            return [new([whole, CustomerKeyKinds.Cut(string.Concat(words))])];
        }

        // A reference is one word however it is punctuated; names are not.
        return words.Count > 1 && words.Any(w => w.Any(char.IsDigit)) ? [Word(string.Concat(words))] : words.Select(Word);
    }

    private static CustomerSearchWord Word(string word) => new([CustomerKeyKinds.Cut(word)]);

    private static CustomerSearchWord Number(string written)
    {
        var digits = Digits(written);
        if (written.AsSpan().TrimStart("(")[0] is '+' or '\uFF0B')
        {
            return Word(digits);
        }

        var beginnings = new List<string> { digits };
        if (digits.Length >= DigitsFromTheEnd)
        {
            beginnings.Add(CustomerSearchKeys.Backwards + CustomerSearchKeys.Reversed(digits));
        }

        if (digits.Length >= InternationalDigits)
        {
            beginnings.AddRange(s_internationalPrefixes.Where(p => digits.StartsWith(p, StringComparison.Ordinal)).Select(p => digits[p.Length..]));
        }

        return new([.. beginnings.Select(CustomerKeyKinds.Cut)]);
    }

    private static bool IsOneNumber(List<string> run) => run.Count == 1 || run[0][0] is '+' or '\uFF0B' or '(' or '0' || run.Sum(w => Digits(w).Length) >= JoinedDigits;

    internal static bool IsNumeric(string written) =>
        written.Any(char.IsDigit) && written.All(c => char.IsDigit(c) || "+-()/.\uFF0B\uFF0D\uFF0E\uFF08\uFF09".Contains(c, StringComparison.Ordinal));

    internal static string Digits(string written) =>
        string.Concat(written.Where(char.IsDigit).Select(c => (char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c))));
}
