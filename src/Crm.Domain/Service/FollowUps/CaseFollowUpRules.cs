using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What becomes of customers' messages to closed cases, whether an agent or the intake takes them.</summary>
public sealed record CaseFollowUpRules
{
    /// <summary>What holds for every case.</summary>
    /// <value>Messages reopen the case, for ever, by default.</value>
    public FollowUpPolicy Policy { get; init; } = new();

    /// <summary>What holds for one closed case, where that differs from <see cref="Policy"/>: by its channel, priority or queue.</summary>
    /// <value>Null by default: <see cref="Policy"/> holds for every case, as it does where this returns null.</value>
    public Func<CaseStanding, FollowUpPolicy?>? PolicyOf { get; init; }

    internal bool IsUsable => Policy?.ReopenWindowDays is null or >= 0;

    internal bool Takes(CaseStanding standing, Instant now) =>
        standing is { CanReopen: true, IsLocked: false } && (PolicyOf?.Invoke(standing) ?? Policy).TakesFollowUp(standing.Category, standing.ClosedAt, now);
}
