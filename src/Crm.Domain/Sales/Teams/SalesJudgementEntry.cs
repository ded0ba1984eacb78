using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// The figure that somebody put in place of the computed one, from one instant to the next. Part of <see cref="Salesperson"/>; never changed but for its end.
/// </summary>
public sealed class SalesJudgementEntry
{
    private SalesJudgementEntry() => Amount = null!;

    internal SalesJudgementEntry(long version, ForecastPeriod period, ForecastCategory category, Money amount, Instant at) =>
        (Version, PeriodStart, PeriodLength, Category, Amount, At) = (version, period.Start, period.Length, category, amount, at);

    /// <summary>The version of the person after the act; entries are in this order.</summary>
    public long Version { get; private set; }

    /// <summary>The first day of the period.</summary>
    public LocalDate PeriodStart { get; private set; }

    /// <summary>Month or quarter.</summary>
    public ForecastPeriodLength PeriodLength { get; private set; }

    /// <summary>The period.</summary>
    public ForecastPeriod Period => new(PeriodStart, PeriodLength);

    /// <summary>Commit, best case or pipeline: which cumulative figure it replaces.</summary>
    public ForecastCategory Category { get; private set; }

    /// <summary>The figure, for the person with everybody below; not negative.</summary>
    public Money Amount { get; private set; }

    /// <summary>From when it was so.</summary>
    public Instant At { get; private set; }

    /// <summary>Until when it was so, not included; null while it is.</summary>
    public Instant? Until { get; internal set; }
}
