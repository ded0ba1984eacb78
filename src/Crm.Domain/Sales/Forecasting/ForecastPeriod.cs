using System.Globalization;
using System.Runtime.InteropServices;
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
