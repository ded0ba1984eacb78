using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What somebody was to bring in during a period, from one instant to the next. Part of <see cref="Salesperson"/>; never changed but for its end.</summary>
public sealed class SalesQuotaEntry
{
    private SalesQuotaEntry() => Target = null!;

    internal SalesQuotaEntry(long version, ForecastPeriod period, Money target, Instant at) =>
        (Version, PeriodStart, PeriodLength, Target, At) = (version, period.Start, period.Length, target, at);

    /// <summary>The version of the person after the act; entries are in this order.</summary>
    public long Version { get; private set; }

    /// <summary>The first day of the period.</summary>
    public LocalDate PeriodStart { get; private set; }

    /// <summary>Month or quarter.</summary>
    public ForecastPeriodLength PeriodLength { get; private set; }

    /// <summary>The period.</summary>
    public ForecastPeriod Period => new(PeriodStart, PeriodLength);

    /// <summary>How much; more than nothing.</summary>
    public Money Target { get; private set; }

    /// <summary>From when it was so.</summary>
    public Instant At { get; private set; }

    /// <summary>Until when it was so, not included; null while it is.</summary>
    public Instant? Until { get; internal set; }
}
