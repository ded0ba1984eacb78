using System.Collections.Frozen;

namespace Crm.Domain.Customers;

/// <summary>Which lifecycle stage may follow which: the one declaration that the customer, its question twins and the documentation use.</summary>
public static class LifecycleTransitions
{
    private static readonly FrozenDictionary<LifecycleStage, IReadOnlyList<LifecycleStage>> s_next =
        new Dictionary<LifecycleStage, IReadOnlyList<LifecycleStage>>
        {
            [LifecycleStage.Prospect] = [LifecycleStage.Active, LifecycleStage.Lost],
            [LifecycleStage.Active] = [LifecycleStage.AtRisk, LifecycleStage.Lost],
            [LifecycleStage.AtRisk] = [LifecycleStage.Active, LifecycleStage.Lost],
            [LifecycleStage.Lost] = [LifecycleStage.WonBack],
            [LifecycleStage.WonBack] = [LifecycleStage.AtRisk, LifecycleStage.Lost],
        }.ToFrozenDictionary();

    /// <summary>The stages that may follow.</summary>
    /// <param name="from">The stage now.</param>
    /// <returns>The next stages.</returns>
    public static IReadOnlyList<LifecycleStage> From(LifecycleStage from) => s_next[from];

    /// <summary>Whether a stage may follow another.</summary>
    /// <param name="from">The stage now.</param>
    /// <param name="to">The stage next.</param>
    /// <returns>True when it may.</returns>
    public static bool Allows(LifecycleStage from, LifecycleStage to) => s_next[from].Contains(to);
}
