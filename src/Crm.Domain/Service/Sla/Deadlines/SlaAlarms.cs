using NodaTime;

namespace Crm.Domain.Service;

/// <summary>When the levels of escalation of one promise come.</summary>
internal static class SlaAlarms
{
    /// <summary>The levels that watch a target: those of the policy, and the breach that every target has.</summary>
    public static IEnumerable<EscalationLevel> LevelsFor(ServiceLevel level, SlaTarget target)
    {
        var own = level.Levels.Where(l => l.Target is null || l.Target == target).Select(l => IsBreach(l) ? l with { Name = EscalationLevel.BreachName } : l).ToList();
        return own.Exists(IsBreach) ? own : own.Append(EscalationLevel.Breach);
    }

    /// <summary>
    /// The levels that have come or will come, in order. What lies beyond the beginning of a pause that lasts is left out. Of a promise
    /// that has ended, what says that it was missed remains, since nobody may have heard of it yet; warnings are of no use any more.
    /// </summary>
    /// <param name="claim">The promise, with its stretches.</param>
    /// <param name="level">The service level.</param>
    public static IReadOnlyList<DeadlineAlarm> Of(SlaClaim claim, ServiceLevel level)
    {
        if (claim.Status is SlaTargetStatus.Met or SlaTargetStatus.Cancelled)
        {
            return [];
        }

        var stops = claim.Spans.Where(s => !s.Counts).Select(s => new Interval(s.From, s.To)).ToList();
        var last = claim.EndedAt ?? Instant.MaxValue;
        if (claim.Status == SlaTargetStatus.Paused)
        {
            // A pause that began just now has no stretch yet.
            last = claim.Spans is [.., { Counts: false } standing] ? standing.From : claim.Spans is [.., var ran] ? ran.To : claim.StartedAt;
            stops.RemoveAll(s => s.Start == last);
        }

        return
        [
            .. LevelsFor(level, claim.Target)
                .Where(l => claim.IsOpen || !l.At.IsWarning)
                .Select(l => (Level: l, At: IsBreach(l) ? claim.Due : Reached(l.At, claim, level.Terms, stops)))
                .Where(a => a.At <= last)
                .Select(a => new DeadlineAlarm(a.Level.Name, a.At!.Value, a.Level.At.IsWarning))
                .OrderBy(a => a.At).ThenByDescending(a => a.IsWarning).ThenByDescending(a => a.Level == EscalationLevel.BreachName),
        ];
    }

    private static Instant? Reached(EscalationMoment moment, SlaClaim claim, SlaTerms terms, List<Interval> stops)
    {
        try
        {
            return moment.For(terms.Calendar, claim.Allowed, claim.StartedAt, stops);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The calendar has no such working hour any more.
            return null;
        }
    }

    private static bool IsBreach(EscalationLevel level) => string.Equals(level.Name, EscalationLevel.BreachName, StringComparison.OrdinalIgnoreCase);
}
