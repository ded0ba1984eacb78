using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What a deal was at one moment.</summary>
public sealed record DealState
{
    /// <summary>The stage it was in.</summary>
    public required ForecastStage Stage { get; init; }

    /// <summary>
    /// The open stage furthest down the pipeline that it had been in by then, by place in the list of stages. A deal that was
    /// never in an open stage counts as having been in the first one; -1 when the list has none.
    /// </summary>
    public required int FurthestOpenStage { get; init; }

    /// <summary>Who sold it.</summary>
    public string? Owner { get; init; }

    /// <summary>Its amount; null when none was named.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The probability of winning: 1 when won, 0 when lost, else what was set by hand or the stage's.</summary>
    public required double Probability { get; init; }

    /// <summary>The day on which it was expected to close.</summary>
    public LocalDate? CloseDate { get; init; }

    /// <summary>Closed when won, omitted when lost, else what was set by hand or the stage's.</summary>
    public required ForecastCategory Category { get; init; }

    /// <summary>When it was won or lost; null while it is open. Reopening clears it.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>What a deal was at a moment.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="stages">The stages in the order of the pipeline.</param>
    /// <param name="asOf">The moment; changes at that very instant count.</param>
    /// <returns>The state; null when the deal did not exist yet.</returns>
    /// <exception cref="ArgumentException">The deal is in a stage that is not in the list, or its first change names none.</exception>
    public static DealState? At(DealHistory deal, IReadOnlyList<ForecastStage> stages, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return At(deal, new StageOrder(stages), asOf);
    }

    internal static DealState? At(DealHistory deal, StageOrder stages, Instant asOf)
    {
        var replay = new DealReplay(deal, stages);
        foreach (var change in InOrder(deal.Changes))
        {
            if (change.At > asOf)
            {
                break;
            }

            replay.Apply(change);
        }

        return replay.State();
    }

    // Logs are written in order: they are sorted only when they are not.
    private static IEnumerable<DealChange> InOrder(IReadOnlyList<DealChange> changes)
    {
        for (var i = 1; i < changes.Count; i++)
        {
            if (changes[i].At < changes[i - 1].At)
            {
                return changes.OrderBy(c => c.At);
            }
        }

        return changes;
    }
}
