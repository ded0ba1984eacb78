using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// A currency, fund or metal of ISO 4217. Equal when the codes are equal; ordered by code. There is no default value:
/// money without a currency is written with XXX.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<Currency>))]
public sealed record Currency : IComparable<Currency>, IParsable<Currency>
{
    /// <summary>The length of every code.</summary>
    public const int CodeLength = 3;

    internal Currency(string code, int numericCode, int? minorUnits, bool isWithdrawn)
    {
        Code = code;
        NumericCode = numericCode;
        MinorUnits = minorUnits;
        IsWithdrawn = isWithdrawn;
    }

    /// <summary>The three capital letters, such as <c>EUR</c>.</summary>
    public string Code { get; }

    /// <summary>The number of ISO 4217; 978 for the euro. A withdrawn currency may share it with its successor.</summary>
    public int NumericCode { get; }

    /// <summary>How many decimals the smallest unit has; null where the standard has no such unit (XXX, gold, bond units).</summary>
    public int? MinorUnits { get; }

    /// <summary>Whether the code was withdrawn (in the 2020s; older ones are not known) and only serves old amounts.</summary>
    public bool IsWithdrawn { get; }

    /// <summary>All known currencies, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. CurrencyTable.ByCode.Values.Order()];

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = FromCode("EUR");

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = FromCode("USD");

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = FromCode("GBP");

    /// <summary>Swiss franc.</summary>
    public static Currency Chf { get; } = FromCode("CHF");

    /// <summary>Swedish krona.</summary>
    public static Currency Sek { get; } = FromCode("SEK");

    /// <summary>Romanian leu.</summary>
    public static Currency Ron { get; } = FromCode("RON");

    /// <summary>Japanese yen, which has no minor unit.</summary>
    public static Currency Jpy { get; } = FromCode("JPY");

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">Three letters in any case.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code of ISO 4217.</exception>
    public static Currency FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryFromCode(code, out var currency)
            ? currency
            : throw new ArgumentException("The code is not one of ISO 4217.", nameof(code));
    }

    /// <summary>Finds a currency by its code without throwing.</summary>
    /// <param name="code">Three letters in any case.</param>
    /// <param name="currency">The currency, or null.</param>
    /// <returns>Whether <paramref name="code"/> is known.</returns>
    public static bool TryFromCode([NotNullWhen(true)] string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && CurrencyTable.ByCode.TryGetValue(code, out currency);
    }

    /// <inheritdoc />
    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) =>
        TryFromCode(s, out var currency) ? currency : throw new FormatException("The code is not one of ISO 4217.");

    /// <inheritdoc />
    static bool IParsable<Currency>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Currency result) =>
        TryFromCode(s, out result);

    /// <inheritdoc />
    public bool Equals(Currency? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(Currency? other) => string.CompareOrdinal(Code, other?.Code);

    /// <summary>The code.</summary>
    /// <returns>Three capital letters.</returns>
    public override string ToString() => Code;
}
