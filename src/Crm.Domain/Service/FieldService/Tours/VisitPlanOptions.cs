namespace Crm.Domain.Service;

/// <summary>How hard to look for a better plan.</summary>
public sealed record VisitPlanOptions
{
    /// <summary>How many times a part of the plan is torn up and put together anew. More finds shorter plans and takes longer.</summary>
    /// <value>Null by default: 60,000 for a hundred visits, in proportion for more or fewer, but 20,000 at least and 120,000 at most.</value>
    public int? Iterations { get; init; }

    /// <summary>Where chance begins: the same visits, options and seed give the same plan.</summary>
    /// <value>1 by default.</value>
    public int Seed { get; init; } = 1;

    /// <summary>How travel is reckoned.</summary>
    /// <value><see cref="VisitTravels.Straight"/> by default.</value>
    public VisitTravel Travel { get; init; } = VisitTravels.Straight;
}
