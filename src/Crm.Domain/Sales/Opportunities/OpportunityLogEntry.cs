using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// What a forecast needs to know of an opportunity, from one instant to the next. Part of <see cref="Opportunity"/>, written by its acts
/// and never changed but for its end: the state at any past instant is the entry with <c>At &lt;= instant &lt; Until</c>, of which there is one at most.
/// </summary>
public sealed class OpportunityLogEntry
{
    private OpportunityLogEntry() => Stage = FurthestStage = null!;

    internal OpportunityLogEntry(Opportunity opportunity, Instant at)
    {
        Version = opportunity.Version;
        At = at;
        (PipelineId, Stage, FurthestStage, Category) = (opportunity.PipelineId, opportunity.Stage, opportunity.FurthestStage, opportunity.Category);
        (Amount, BaseAmount, Probability) = (opportunity.Amount, opportunity.BaseAmount, opportunity.Probability);
        (CloseDate, ForecastCategory, OwnerId) = (opportunity.CloseDate, opportunity.ForecastCategory, opportunity.OwnerId);
        Month = (opportunity.ClosedOn ?? CloseDate) is { } day ? ForecastPeriod.MonthOf(day) : null;
    }

    /// <summary>The version of the opportunity after the act; entries are in this order.</summary>
    public long Version { get; private set; }

    /// <summary>From when it was so. Never before the entry before, even where a clock jumped back.</summary>
    public Instant At { get; private set; }

    /// <summary>Until when it was so, not included; null while it is.</summary>
    public Instant? Until { get; internal set; }

    /// <summary>The pipeline.</summary>
    public PipelineId PipelineId { get; private set; }

    /// <summary>Key of the stage.</summary>
    public string Stage { get; private set; }

    /// <summary>Key of the furthest open stage that it had reached.</summary>
    public string FurthestStage { get; private set; }

    /// <summary>Open, won or lost.</summary>
    public StageCategory Category { get; private set; }

    /// <summary>The amount.</summary>
    public Money? Amount { get; private set; }

    /// <summary>The amount in the business's own currency, frozen when it closed.</summary>
    public Money? BaseAmount { get; private set; }

    /// <summary>The probability of winning that held, as a fraction.</summary>
    public decimal Probability { get; private set; }

    /// <summary>The day on which it was expected to close.</summary>
    public LocalDate? CloseDate { get; private set; }

    /// <summary>
    /// The month in which a forecast counted it, as year × 12 + month − 1: of the day on which it had closed, else of the day on which it was
    /// expected to; null without one.
    /// </summary>
    public int? Month { get; private set; }

    /// <summary>How it was counted on.</summary>
    public ForecastCategory ForecastCategory { get; private set; }

    /// <summary>Who answered for it.</summary>
    public string? OwnerId { get; private set; }
}
