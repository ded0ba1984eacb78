namespace Crm.Domain.Service;

/// <summary>A technician who can be given visits. Times are in the plan's unit, such as minutes from midnight.</summary>
/// <param name="Key">What the caller calls it; one of its kind in the plan.</param>
/// <param name="Start">Where the tour begins.</param>
public sealed record TechnicianToPlan(string Key, PlanPoint Start)
{
    /// <summary>Where the tour ends.</summary>
    /// <value>Null by default: where it began.</value>
    public PlanPoint? End { get; init; }

    /// <summary>When the technician leaves at the earliest.</summary>
    /// <value>Zero by default.</value>
    public double From { get; init; }

    /// <summary>When the technician is back at the latest.</summary>
    /// <value>Any time by default.</value>
    public double Until { get; init; } = double.PositiveInfinity;

    /// <summary>How much load the technician can take.</summary>
    /// <value>Any by default.</value>
    public double Capacity { get; init; } = double.PositiveInfinity;

    /// <summary>The skills the technician has, each with its level.</summary>
    /// <value>None by default.</value>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();
}
