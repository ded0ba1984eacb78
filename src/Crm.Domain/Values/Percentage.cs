using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// An exact percentage, held as a decimal fraction (12.5 % is 0.125). Any value is possible, below 0 % and above 100 %
/// too: <see cref="IsProportion"/> tells a share from a rate. Equal and ordered by number; the default is 0 %.
/// </summary>
/// <param name="Fraction">The fraction: 1 is 100 %.</param>
[JsonConverter(typeof(PercentageJsonConverter))]
public readonly record struct Percentage(decimal Fraction) : IComparable<Percentage>, IFormattable
{
    /// <summary>0 %.</summary>
    public static Percentage Zero => default;

    /// <summary>100 %.</summary>
    public static Percentage Hundred => new(1);

    /// <summary>The number before the percent sign.</summary>
    /// <exception cref="OverflowException">The fraction is beyond a hundredth of the decimal range.</exception>
    public decimal Percent => Fraction * 100;

    /// <summary>Whether this is a share of a whole: from 0 % to 100 %, both included.</summary>
    public bool IsProportion => Fraction is >= 0 and <= 1;

    /// <summary>Makes a percentage from the number before the percent sign.</summary>
    /// <param name="percent">12.5 for 12.5 %.</param>
    /// <returns>The percentage.</returns>
    public static Percentage FromPercent(decimal percent) => new(percent / 100);

    /// <summary>This part of an amount, rounded half to even at the fourth decimal like every product of money.</summary>
    /// <param name="amount">The whole.</param>
    /// <returns>The part, in the currency of the whole.</returns>
    /// <exception cref="OverflowException">The part is beyond what money can hold.</exception>
    public Money Of(Money amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return amount * Fraction;
    }

    /// <inheritdoc />
    public int CompareTo(Percentage other) => Fraction.CompareTo(other.Fraction);

    /// <summary>The percentage in invariant notation, such as <c>12.5 %</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The percentage with the decimal separator of a culture.</summary>
    /// <param name="format">A decimal format for the number before the sign; all its decimals when null.</param>
    /// <param name="formatProvider">The culture.</param>
    /// <returns>The text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Percent.ToString(format ?? "0.##########################", formatProvider) + " %";

    /// <summary>Whether <paramref name="left"/> is the smaller one.</summary>
    public static bool operator <(Percentage left, Percentage right) => left.Fraction < right.Fraction;

    /// <summary>Whether <paramref name="left"/> is the greater one.</summary>
    public static bool operator >(Percentage left, Percentage right) => left.Fraction > right.Fraction;

    /// <summary>Whether <paramref name="left"/> is not the greater one.</summary>
    public static bool operator <=(Percentage left, Percentage right) => left.Fraction <= right.Fraction;

    /// <summary>Whether <paramref name="left"/> is not the smaller one.</summary>
    public static bool operator >=(Percentage left, Percentage right) => left.Fraction >= right.Fraction;
}

/// <summary>Writes a percentage as its fraction, a JSON number.</summary>
public sealed class PercentageJsonConverter : JsonConverter<Percentage>
{
    /// <inheritdoc />
    public override Percentage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDecimal());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Percentage value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Fraction);
    }
}
