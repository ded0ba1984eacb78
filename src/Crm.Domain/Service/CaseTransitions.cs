using System.Collections.Frozen;

namespace Crm.Domain.Service;

/// <summary>Which status may follow which: the one declaration that the case, its question twins and the documentation use.</summary>
public static class CaseTransitions
{
    private static readonly FrozenDictionary<CaseStatus, IReadOnlyList<CaseStatus>> s_next =
        new Dictionary<CaseStatus, IReadOnlyList<CaseStatus>>
        {
            [CaseStatus.New] = [CaseStatus.Open, CaseStatus.WaitingOnCustomer, CaseStatus.Resolved],
            [CaseStatus.Open] = [CaseStatus.WaitingOnCustomer, CaseStatus.Resolved],
            [CaseStatus.WaitingOnCustomer] = [CaseStatus.Open, CaseStatus.Resolved],
            [CaseStatus.Resolved] = [CaseStatus.Open, CaseStatus.Closed],
            [CaseStatus.Closed] = [CaseStatus.Open],
        }.ToFrozenDictionary();

    /// <summary>The statuses that may follow.</summary>
    /// <param name="from">The status now.</param>
    /// <returns>The next statuses.</returns>
    public static IReadOnlyList<CaseStatus> From(CaseStatus from) => s_next[from];

    /// <summary>Whether a status may follow another.</summary>
    /// <param name="from">The status now.</param>
    /// <param name="to">The status next.</param>
    /// <returns>True when it may.</returns>
    public static bool Allows(CaseStatus from, CaseStatus to) => s_next[from].Contains(to);
}
