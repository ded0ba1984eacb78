using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Crm.Domain.Values;

/// <content>Reading and writing.</content>
public sealed partial record Money
{
    /// <summary>The amount in invariant notation with at least the minor unit's decimals, such as <c>1234.50 EUR</c>.</summary>
    /// <returns>A text that <see cref="Parse"/> reads back to an equal amount.</returns>
    public override string ToString() => ToString("G", CultureInfo.InvariantCulture);

    /// <summary>The amount with a culture's separators, followed by the code.</summary>
    /// <param name="format"><c>G</c> or null: digits and decimals; <c>N</c>: with group separators too.</param>
    /// <param name="formatProvider">The culture; the current one when null.</param>
    /// <returns>The text; no decimal is dropped.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is something else.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var digits = format switch
        {
            null or "" or "G" or "g" => "0",
            "N" or "n" => "#,##0",
            _ => throw new FormatException("Money knows the formats G and N."),
        };
        var decimals = Currency.MinorUnits ?? 0;
        var pattern = $"{digits}.{new string('0', decimals)}{new string('#', MaxDecimals - decimals)}";
        return $"{Amount.ToString(pattern, formatProvider)} {Currency}";
    }

    /// <summary>Reads a number in invariant notation and a currency code in either order, such as <c>12.50 EUR</c>.</summary>
    /// <param name="text">The text; the blank between the two may be missing.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not an amount with a currency of ISO 4217.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, null, out var money) ? money : throw Unreadable();
    }

    /// <inheritdoc />
    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var money) ? money : throw Unreadable();

    /// <summary>Reads a number and a currency code in invariant notation without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="money">The amount, or null.</param>
    /// <returns>Whether <paramref name="text"/> is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Money? money) => TryParse(text, null, out money);

    /// <summary>Reads a number and a currency code without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">The culture of the number; invariant when null.</param>
    /// <param name="result">The amount, or null.</param>
    /// <returns>Whether <paramref name="text"/> is an amount that money can hold.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [NotNullWhen(true)] out Money? result)
    {
        result = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length <= Currency.CodeLength)
        {
            return false;
        }

        var codeFirst = char.IsAsciiLetter(trimmed[0]);
        var code = codeFirst ? trimmed[..Currency.CodeLength] : trimmed[^Currency.CodeLength..];
        var number = codeFirst ? trimmed[Currency.CodeLength..] : trimmed[..^Currency.CodeLength];
        if (!Currency.TryFromCode(code.ToString(), out var currency)
            || !decimal.TryParse(number, NumberStyles.Number, provider ?? CultureInfo.InvariantCulture, out var amount)
            || amount is > MaxAmount or < -MaxAmount
            || decimal.Round(amount, MaxDecimals) != amount)
        {
            return false;
        }

        result = new(amount, currency);
        return true;
    }

    private static FormatException Unreadable() => new("An amount and a currency code were expected, such as 12.50 EUR.");
}
