using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The promises to one case with the policy and priority that made each.</summary>
internal static class SlaComplianceClaims
{
    public static IEnumerable<SlaComplianceClaim> Of(CaseLog log, IReadOnlyDictionary<ServiceLevelKey, ServiceLevel> levels, Instant asOf, string? team)
    {
        var events = log.ToEvents(levels);
        if (events.Count == 0)
        {
            return [];
        }

        // The entries and their events go side by side.
        var held = log.Entries.Zip(events).Where(e => e.First.Level is not null).Select(e => (e.Second.At, Level: levels[e.First.Level!])).ToList();
        return SlaClock.Read(events, asOf).Claims
            .Select(c => (Claim: c, Held: held.FindLast(h => h.At <= (c.EndedAt ?? asOf) && h.Level.Terms.For(c.Target) is not null)))
            .Where(c => c.Held.Level is not null)
            .Select(c => new SlaComplianceClaim(c.Claim, c.Held.Level.PolicyName, c.Held.Level.Key.Priority, team));
    }
}
