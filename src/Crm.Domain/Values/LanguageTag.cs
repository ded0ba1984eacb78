using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// A well-formed language tag of BCP 47 (RFC 5646) in canonical case, such as <c>it</c>, <c>pt-BR</c> or <c>zh-Hant-TW</c>;
/// not checked against the registry of subtags. The irregular tags kept from RFC 3066 (<c>i-klingon</c>) are refused.
/// Equal and ordered by text (ordinal). There is no default value.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<LanguageTag>))]
public sealed record LanguageTag : IComparable<LanguageTag>, IParsable<LanguageTag>
{
    /// <summary>The most characters of a tag: what RFC 5646 section 4.4.1 asks for.</summary>
    public const int MaxLength = 35;

    private LanguageTag(string value) => Value = value;

    /// <summary>The tag in canonical case.</summary>
    public string Value { get; }

    /// <summary>The first subtag, the language itself: <c>pt</c> of <c>pt-BR</c>; <c>x</c> of a private tag.</summary>
    [JsonIgnore]
    public string Primary => Value.Split('-')[0];

    /// <summary>Reads a tag in any case.</summary>
    /// <param name="text">The tag.</param>
    /// <returns>The tag in canonical case.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not well-formed.</exception>
    public static LanguageTag Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var tag) ? tag : throw new FormatException("A language tag of BCP 47 was expected, such as en or pt-BR.");
    }

    /// <summary>Reads a tag in any case without throwing.</summary>
    /// <param name="text">The tag.</param>
    /// <param name="tag">The tag in canonical case, or null.</param>
    /// <returns>Whether <paramref name="text"/> is well-formed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        tag = null;
        if (text is null or { Length: > MaxLength })
        {
            return false;
        }

        var subtags = text.ToLowerInvariant().Split('-');
        if (!LanguageTagSyntax.IsWellFormed(subtags))
        {
            return false;
        }

        tag = new(string.Join('-', Cased(subtags)));
        return true;
    }

    /// <inheritdoc />
    static LanguageTag IParsable<LanguageTag>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc />
    static bool IParsable<LanguageTag>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out LanguageTag result) =>
        TryParse(s, out result);

    /// <inheritdoc />
    public int CompareTo(LanguageTag? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The tag.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    // RFC 5646 section 2.1.1: two letters after the first subtag are a region, four a script; all else, and all after a
    // singleton, is lower case.
    private static IEnumerable<string> Cased(string[] subtags)
    {
        var afterSingleton = false;
        for (var i = 0; i < subtags.Length; i++)
        {
            var subtag = subtags[i];
            yield return (i == 0 || afterSingleton ? 0 : subtag.Length) switch
            {
                2 => subtag.ToUpperInvariant(),
                4 when char.IsAsciiLetter(subtag[0]) => char.ToUpperInvariant(subtag[0]) + subtag[1..],
                _ => subtag,
            };
            afterSingleton |= subtag.Length == 1;
        }
    }
}
