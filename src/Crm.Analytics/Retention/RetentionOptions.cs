using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Retention;

/// <summary>How cohorts and their retention are counted.</summary>
public sealed record RetentionOptions
{
    /// <summary>The period by which customers are gathered into cohorts and then followed.</summary>
    /// <value>Default the calendar month.</value>
    public CalendarPeriod Period { get; init; } = CalendarPeriod.Month;

    /// <summary>The last day observed; later rows do not count.</summary>
    /// <value>Default null: the last day the log observes.</value>
    public LocalDate? AsOf { get; init; }

    /// <summary>What returns do to revenue. They never make a customer active.</summary>
    /// <value>Default <see cref="ReturnPolicy.Net"/>.</value>
    public ReturnPolicy Returns { get; init; } = ReturnPolicy.Net;

    /// <summary>How many threads may work; the table is the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }
}
