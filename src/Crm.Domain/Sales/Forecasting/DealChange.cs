using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What changed of a deal at one moment. Members that are null did not change.</summary>
/// <param name="At">When.</param>
public sealed record DealChange(Instant At)
{
    /// <summary>The stage that it entered.</summary>
    public string? Stage { get; init; }

    /// <summary>Who sells from then on.</summary>
    public string? Owner { get; init; }

    /// <summary>The amount, in the deal's currency.</summary>
    public ChangedTo<decimal>? Amount { get; init; }

    /// <summary>
    /// A probability set by hand, from 0 to 1. It stands until it is cleared, through changes of stage too; one that equals
    /// the stage's own to two decimals is no judgement of its own and follows the stage.
    /// </summary>
    public ChangedTo<double>? Probability { get; init; }

    /// <summary>The day on which it is expected to close.</summary>
    public ChangedTo<LocalDate>? CloseDate { get; init; }

    /// <summary>The forecast category set by hand; cleared, it is the stage's.</summary>
    public ChangedTo<ForecastCategory>? Category { get; init; }
}
