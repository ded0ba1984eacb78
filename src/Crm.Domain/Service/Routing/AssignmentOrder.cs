using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// How every built-in strategy breaks ties: fewer units of work in hand, then idle for longer, then the agent's id, compared ordinally.
/// </summary>
public static class AssignmentOrder
{
    /// <summary>The candidate with the lowest key; among equals the one that ties favour.</summary>
    /// <typeparam name="TKey">What is compared.</typeparam>
    /// <param name="candidates">The candidates; at least one.</param>
    /// <param name="key">What is compared first.</param>
    /// <returns>One of the candidates.</returns>
    public static AssignmentCandidate First<TKey>(IReadOnlyList<AssignmentCandidate> candidates, Func<AssignmentCandidate, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(key);
        return candidates.MinBy(c => (key(c), c.Agent.Units, c.Agent.IdleSince, c.Agent.UserId), Comparer<(TKey Key, int Units, Instant IdleSince, string UserId)>.Create(Compare))
            ?? throw new ArgumentException("There is nobody to choose from.", nameof(candidates));
    }

    private static int Compare<TKey>((TKey Key, int Units, Instant IdleSince, string UserId) left, (TKey Key, int Units, Instant IdleSince, string UserId) right) =>
        Comparer<TKey>.Default.Compare(left.Key, right.Key) is not 0 and var byKey ? byKey
        : left.Units.CompareTo(right.Units) is not 0 and var byUnits ? byUnits
        : left.IdleSince.CompareTo(right.IdleSince) is not 0 and var byIdle ? byIdle
        : string.CompareOrdinal(left.UserId, right.UserId);
}
