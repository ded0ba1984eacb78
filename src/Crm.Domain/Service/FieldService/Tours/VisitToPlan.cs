namespace Crm.Domain.Service;

/// <summary>A visit that has to be given to a technician. Times are in the plan's unit, such as minutes from midnight.</summary>
/// <param name="Key">What the caller calls it; one of its kind in the plan.</param>
/// <param name="Place">Where it is.</param>
public sealed record VisitToPlan(string Key, PlanPoint Place)
{
    /// <summary>Greatest <see cref="Penalty"/>.</summary>
    public const long MaxPenalty = 1_000_000_000_000;

    /// <summary>When work may begin at the earliest; who comes before waits.</summary>
    /// <value>Any time by default.</value>
    public double Earliest { get; init; } = double.NegativeInfinity;

    /// <summary>When work may begin at the latest.</summary>
    /// <value>Any time by default.</value>
    public double Latest { get; init; } = double.PositiveInfinity;

    /// <summary>How long the work takes.</summary>
    /// <value>Nothing by default.</value>
    public double Duration { get; init; }

    /// <summary>What it takes of a technician's capacity, such as the weight of parts.</summary>
    /// <value>Nothing by default.</value>
    public double Load { get; init; }

    /// <summary>What it costs to leave it out, where not all visits find a place: those are left out that cost the least together.</summary>
    /// <value>1 by default; from 1 to <see cref="MaxPenalty"/>.</value>
    public long Penalty { get; init; } = 1;

    /// <summary>The skills it needs, each with the level that is enough.</summary>
    /// <value>None by default.</value>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();
}
