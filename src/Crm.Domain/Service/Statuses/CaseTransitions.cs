using System.Collections.Frozen;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>
/// Which category of status may follow which: the one declaration that the case, its question twins and the documentation use. Single
/// statuses may be held to fewer transitions (<see cref="CaseStatusDefinition"/>), never to more.
/// </summary>
public static class CaseTransitions
{
    private static readonly FrozenDictionary<CaseCategory, IReadOnlyList<CaseCategory>> s_next =
        new Dictionary<CaseCategory, IReadOnlyList<CaseCategory>>
        {
            [CaseCategory.Open] = [CaseCategory.Open, CaseCategory.Paused, CaseCategory.Resolved],
            [CaseCategory.Paused] = [CaseCategory.Open, CaseCategory.Paused, CaseCategory.Resolved],
            [CaseCategory.Resolved] = [CaseCategory.Open, CaseCategory.Resolved, CaseCategory.Closed],
            [CaseCategory.Closed] = [CaseCategory.Open, CaseCategory.Closed],
        }.ToFrozenDictionary();

    /// <summary>The categories that may follow; its own, where another status of it may.</summary>
    /// <param name="from">The category now.</param>
    /// <returns>The next categories.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The category is not defined.</exception>
    public static IReadOnlyList<CaseCategory> From(CaseCategory from) => s_next[Guard.Defined(from)];

    /// <summary>Whether a status of one category may follow a status of another.</summary>
    /// <param name="from">The category now.</param>
    /// <param name="to">The category next.</param>
    /// <returns>True when it may.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The category now is not defined.</exception>
    public static bool Allows(CaseCategory from, CaseCategory to) => From(from).Contains(to);
}
