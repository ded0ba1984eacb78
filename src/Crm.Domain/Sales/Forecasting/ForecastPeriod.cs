using System.Globalization;
using System.Runtime.InteropServices;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A calendar month or quarter.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Length">Month or quarter.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastPeriod(LocalDate Start, ForecastPeriodLength Length) : IComparable<ForecastPeriod>
{
    /// <summary>The day after its last one.</summary>
    public LocalDate End => Start.PlusMonths(Length == ForecastPeriodLength.Month ? 1 : 3);

    /// <summary>The period that a day falls in.</summary>
    /// <param name="day">The day.</param>
    /// <param name="length">Month or quarter.</param>
    /// <returns>The period.</returns>
    public static ForecastPeriod Of(LocalDate day, ForecastPeriodLength length) =>
        new(new LocalDate(day.Year, length == ForecastPeriodLength.Month ? day.Month : ((day.Month - 1) / 3 * 3) + 1, 1), length);

    /// <summary>Reads a name such as <c>2026-07</c> or <c>2026-Q3</c>.</summary>
    /// <param name="text">The name.</param>
    /// <param name="period">The period.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out ForecastPeriod period)
    {
        period = default;
        if (text is not { Length: 7 } || text[4] != '-' || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return false;
        }

        var isQuarter = text[5] == 'Q';
        if (!int.TryParse(text.AsSpan(isQuarter ? 6 : 5), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > (isQuarter ? 4 : 12))
        {
            return false;
        }

        period = new ForecastPeriod(new LocalDate(year, isQuarter ? (place * 3) - 2 : place, 1), isQuarter ? ForecastPeriodLength.Quarter : ForecastPeriodLength.Month);
        return true;
    }

    /// <summary>A period that begins with a month or quarter.</summary>
    internal static ForecastPeriod Checked(ForecastPeriod period) => Enum.IsDefined(period.Length) && Guard.Storable(period.Start) is var start && Of(start, period.Length) == period
        ? period
        : throw new ArgumentException("A period is a calendar month or quarter.", nameof(period));

    /// <summary>The months up to a day, as logs keep them: year × 12 + month − 1.</summary>
    internal static int MonthOf(LocalDate day) => (day.Year * 12) + day.Month - 1;

    /// <summary>The first day of such a month.</summary>
    internal static LocalDate FirstOf(int month) => new(month / 12, (month % 12) + 1, 1);

    /// <summary>Earlier periods come first.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(ForecastPeriod other) => Start.CompareTo(other.Start) is not 0 and var order ? order : Length.CompareTo(other.Length);

    /// <summary>The name, such as <c>2026-07</c> or <c>2026-Q3</c>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Length == ForecastPeriodLength.Month
        ? string.Create(CultureInfo.InvariantCulture, $"{Start.Year:D4}-{Start.Month:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"{Start.Year:D4}-Q{((Start.Month - 1) / 3) + 1}");
}
