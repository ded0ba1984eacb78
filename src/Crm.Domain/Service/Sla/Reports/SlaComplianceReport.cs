using NodaTime;

namespace Crm.Domain.Service;

/// <summary>How promises to cases of a period were kept, as it stood at an instant.</summary>
/// <param name="From">Cases opened from here on.</param>
/// <param name="Until">Cases opened before here.</param>
/// <param name="AsOf">Nothing later counts.</param>
/// <param name="Cases">How many cases there are, those to which nothing was promised included.</param>
/// <param name="Rows">A row for each policy, priority, target and team with a promise, in this order.</param>
public sealed record SlaComplianceReport(Instant From, Instant Until, Instant AsOf, int Cases, IReadOnlyList<SlaComplianceRow> Rows)
{
    /// <summary>Counts promises.</summary>
    /// <param name="claims">The promises, in any order.</param>
    /// <returns>The rows, ordered by policy, priority, target and team.</returns>
    public static IReadOnlyList<SlaComplianceRow> Count(IEnumerable<SlaComplianceClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return
        [
            .. claims.GroupBy(c => (c.Policy, c.Priority, c.Claim.Target, c.Team)).Select(g => Row(g.Key, [.. g.Select(c => c.Claim)]))
                .OrderBy(r => r.Policy, StringComparer.Ordinal).ThenBy(r => r.Priority).ThenBy(r => r.Target).ThenBy(r => r.Team, StringComparer.Ordinal),
        ];
    }

    private static SlaComplianceRow Row((string Policy, CasePriority Priority, SlaTarget Target, string? Team) key, List<SlaClaim> claims) =>
        new(key.Policy, key.Priority, key.Target, key.Team)
        {
            Met = Of(claims, SlaTargetStatus.Met),
            Missed = Of(claims, SlaTargetStatus.Missed),
            Running = Of(claims, SlaTargetStatus.Running),
            Paused = Of(claims, SlaTargetStatus.Paused),
            Cancelled = Of(claims, SlaTargetStatus.Cancelled),
            Used = SlaMinutes.Of(claims.Where(c => !c.IsOpen && c.Status != SlaTargetStatus.Cancelled).Select(c => c.Used.TotalMinutes)),
            MissedBy = SlaMinutes.Of(claims.Where(c => c.Status == SlaTargetStatus.Missed).Select(c => -c.Left.TotalMinutes)),
        };

    private static int Of(List<SlaClaim> claims, SlaTargetStatus status) => claims.Count(c => c.Status == status);
}
