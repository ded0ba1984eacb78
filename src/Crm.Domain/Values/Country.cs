using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// A country or territory with an officially assigned alpha-2 code of ISO 3166-1. Equal and ordered by code (ordinal).
/// There is no default value.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<Country>))]
public sealed record Country : IComparable<Country>, IParsable<Country>
{
    /// <summary>The length of every code.</summary>
    public const int CodeLength = 2;

    internal Country(string code) => Code = code;

    /// <summary>The two capital letters, such as <c>IT</c>.</summary>
    public string Code { get; }

    /// <summary>All 249, by code.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. CountryTable.ByCode.Values.Order()];

    /// <summary>Finds a country by its code.</summary>
    /// <param name="code">Two letters in any case.</param>
    /// <returns>The country.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not assigned.</exception>
    public static Country FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryFromCode(code, out var country)
            ? country
            : throw new ArgumentException("The code is not one of ISO 3166-1 alpha-2.", nameof(code));
    }

    /// <summary>Finds a country by its code without throwing.</summary>
    /// <param name="code">Two letters in any case.</param>
    /// <param name="country">The country, or null.</param>
    /// <returns>Whether <paramref name="code"/> is assigned.</returns>
    public static bool TryFromCode([NotNullWhen(true)] string? code, [NotNullWhen(true)] out Country? country)
    {
        country = null;
        return code is not null && CountryTable.ByCode.TryGetValue(code, out country);
    }

    /// <inheritdoc />
    static Country IParsable<Country>.Parse(string s, IFormatProvider? provider) =>
        TryFromCode(s, out var country) ? country : throw new FormatException("The code is not one of ISO 3166-1 alpha-2.");

    /// <inheritdoc />
    static bool IParsable<Country>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Country result) =>
        TryFromCode(s, out result);

    /// <inheritdoc />
    public int CompareTo(Country? other) => string.CompareOrdinal(Code, other?.Code);

    /// <summary>The code.</summary>
    /// <returns>Two capital letters.</returns>
    public override string ToString() => Code;
}
