using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Seasonality;

/// <summary>How purchases become a series.</summary>
public sealed record SeriesOptions
{
    /// <summary>The period of one value.</summary>
    /// <value>Default the calendar month.</value>
    public CalendarPeriod Period { get; init; } = CalendarPeriod.Month;

    /// <summary>What is counted.</summary>
    /// <value>Default <see cref="SeriesMeasure.Revenue"/>.</value>
    public SeriesMeasure Measure { get; init; } = SeriesMeasure.Revenue;

    /// <summary>The last day observed; later rows do not count.</summary>
    /// <value>Default null: the last day the log observes.</value>
    public LocalDate? AsOf { get; init; }

    /// <summary>Whether a last period that was not observed to its end counts.</summary>
    /// <value>Default false: it would look like a slump.</value>
    public bool KeepPartialPeriod { get; init; }
}
