using System.Globalization;
using System.Text.RegularExpressions;
using Crm.Domain.Values;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>Strikes what names or reaches one person out of texts that are about others too.</summary>
internal sealed class Redaction
{
    /// <summary>Stands where something personal stood and a value is needed.</summary>
    public const string Erased = "[erased]";

    private const int ShortestIdentifier = 3;
    private const int ShortestNumber = 6;

    private readonly Regex? _pattern;

    public Redaction(IEnumerable<string> identifiers)
    {
        var patterns = identifiers.Select(i => i.Trim()).Where(i => i.Length >= ShortestIdentifier && i != Erased).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(i => i.Length).SelectMany(Patterns).Distinct(StringComparer.Ordinal).ToList();
        _pattern = patterns.Count == 0 ? null
            : new Regex(string.Create(CultureInfo.InvariantCulture, $@"(?:{string.Join('|', patterns)})(?:\s+(?:{string.Join('|', patterns)}))*"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    /// <summary>The text without the person's identifiers.</summary>
    public string? Of(string? text) => text is null || _pattern is null ? text : _pattern.Replace(text, Erased);

    // Whole words, so that Ann does not go out of an annual report; numbers in any notation, with and without the country.
    private static IEnumerable<string> Patterns(string identifier)
    {
        if (PhoneNumber.TryParse(identifier, out var phone))
        {
            yield return Digits(phone.ToString()[1..]);
            if (new string([.. phone.ToNational().Where(char.IsAsciiDigit)]) is { Length: >= ShortestNumber } national)
            {
                yield return Digits(national);
            }

            yield break;
        }

        yield return $"(?<![\\p{{L}}\\p{{N}}]){Regex.Escape(identifier)}(?![\\p{{L}}\\p{{N}}])";
    }

    private static string Digits(string digits) => $@"\+?(?<!\d){string.Join(@"[\s().\-/]{0,3}", digits.ToCharArray())}(?!\d)";
}
