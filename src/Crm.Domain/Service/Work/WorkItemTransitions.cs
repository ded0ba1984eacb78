using System.Collections.Frozen;

namespace Crm.Domain.Service;

/// <summary>Which state of a work item may follow which: the one declaration that the item and its question twins use.</summary>
public static class WorkItemTransitions
{
    private static readonly FrozenDictionary<WorkItemState, IReadOnlyList<WorkItemState>> s_next = new Dictionary<WorkItemState, IReadOnlyList<WorkItemState>>
    {
        [WorkItemState.Waiting] = [WorkItemState.Offered, WorkItemState.Handling, WorkItemState.Abandoned, WorkItemState.Withdrawn],
        [WorkItemState.Offered] = [WorkItemState.Waiting, WorkItemState.Handling, WorkItemState.Abandoned, WorkItemState.Withdrawn],
        [WorkItemState.Handling] = [WorkItemState.Waiting, WorkItemState.Done, WorkItemState.Withdrawn],
        [WorkItemState.Done] = [],
        [WorkItemState.Abandoned] = [],
        [WorkItemState.Withdrawn] = [],
    }.ToFrozenDictionary();

    /// <summary>The states that may follow.</summary>
    /// <param name="from">The state now.</param>
    /// <returns>The next states; none after an end.</returns>
    public static IReadOnlyList<WorkItemState> From(WorkItemState from) => s_next[from];

    /// <summary>Whether a state may follow another.</summary>
    /// <param name="from">The state now.</param>
    /// <param name="to">The state next.</param>
    /// <returns>True when it may.</returns>
    public static bool Allows(WorkItemState from, WorkItemState to) => s_next[from].Contains(to);
}
