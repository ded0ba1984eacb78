namespace Crm.Domain.Service;

/// <summary>Everything that decides who is given a piece of work, at one moment.</summary>
/// <param name="Demand">What the work needs.</param>
/// <param name="Members">The members of the queue.</param>
public sealed record AssignmentSnapshot(WorkDemand Demand, IReadOnlyList<AssignmentCandidate> Members)
{
    /// <summary>Whether the queue gives work out.</summary>
    /// <value>True by default.</value>
    public bool IsOpen { get; init; } = true;

    /// <summary>How far routing goes to find somebody.</summary>
    /// <value><see cref="AssignmentReach.Away"/> by default.</value>
    public AssignmentReach Reach { get; init; } = AssignmentReach.Away;

    /// <summary>By how many levels required skills have fallen.</summary>
    /// <value>0 by default.</value>
    public int Relaxation { get; init; }

    /// <summary>How far they fall at most.</summary>
    /// <value>1 by default.</value>
    public int RelaxTo { get; init; } = 1;
}
