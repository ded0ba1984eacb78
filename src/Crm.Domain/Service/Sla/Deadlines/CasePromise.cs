using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One case on its way through <see cref="CaseDeadlines"/>: its log, what was chosen for it, and why the choice was made.</summary>
internal sealed class CasePromise(ServiceCase about, List<CaseLogEntry> log, ServiceLevelReason? reason, ServiceLevel? chosen)
{
    private readonly ServiceLevelKey? _before = about.ServiceLevel;

    public ServiceCase Case => about;

    public List<CaseLogEntry> Log => log;

    public ServiceLevel? Chosen => chosen;

    /// <summary>Promises what was chosen, where that is something else; leaves a trace in the log.</summary>
    /// <returns>Whether something else is promised.</returns>
    public bool Change(Dictionary<ServiceLevelKey, ServiceLevel> levels, Instant now)
    {
        if (reason is not { } why || chosen?.Key == _before)
        {
            return false;
        }

        var events = CaseLog.EventsOf(log, levels);
        if (events.Count == 0)
        {
            return false;
        }

        var at = Instant.Max(now, events[^1].At);
        IReadOnlyList<DeadlineMove> moves;
        try
        {
            moves = Moves(SlaClock.Read(events, at), SlaClock.Read([.. events, SlaEvent.TermsChanged(at, chosen?.Terms)], at));
        }
        catch (ArgumentOutOfRangeException)
        {
            // What a calendar with too few working hours cannot reckon is not promised; the act goes on.
            return false;
        }

        about.Promise(chosen?.Key, why, moves, now);
        log.Add(about.Recorded[^1]);
        return true;
    }

    /// <summary>Brings the stored deadlines in line with the log.</summary>
    public void Write(
        ICaseDeadlineStore store, IEnumerable<ServiceDeadline> stored, Dictionary<ServiceLevelKey, ServiceLevel> levels, Func<ServiceDeadlineId, IReadOnlySet<string>> raised, Instant now)
    {
        var events = CaseLog.EventsOf(log, levels);
        var asOf = events.Count == 0 ? now : Instant.Max(now, events[^1].At);
        SlaTimeline timeline;
        try
        {
            timeline = SlaClock.Read(events, asOf, explain: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            return;
        }

        // A cancelled promise and the one that took its place have the same number.
        var claims = timeline.Claims.GroupBy(c => (c.Target, c.Ordinal)).ToDictionary(g => g.Key, g => g.LastOrDefault(c => c.Status != SlaTargetStatus.Cancelled) ?? g.Last());
        foreach (var deadline in stored)
        {
            if (!claims.Remove((deadline.Target, deadline.Ordinal), out var claim) || claim.Status == SlaTargetStatus.Cancelled)
            {
                deadline.Cancel(claim?.EndedAt ?? asOf);
            }
            else if (!deadline.Holds(claim))
            {
                Reckon(deadline, claim);
                store.Reckoned(deadline);
            }
        }

        foreach (var claim in claims.Values.Where(c => c.Status != SlaTargetStatus.Cancelled))
        {
            var deadline = new ServiceDeadline(ServiceDeadlineId.New(now), about.Id, claim, KeyOf(claim));
            Reckon(deadline, claim);
            store.Add(deadline);
        }

        void Reckon(ServiceDeadline deadline, SlaClaim claim) =>
            deadline.Reckon(claim, KeyOf(claim), SlaAlarms.Of(claim, levels[KeyOf(claim)]), raised(deadline.Id), asOf);
    }

    /// <summary>What lies between two readings of open promises.</summary>
    public static IReadOnlyList<DeadlineMove> Moves(SlaTimeline before, SlaTimeline after)
    {
        var (old, now) = (Open(before), Open(after));
        return
        [
            .. old.Keys.Union(now.Keys).Select(k => new DeadlineMove(k.Target, k.Ordinal, old.GetValueOrDefault(k), now.GetValueOrDefault(k)))
                .Where(m => m.Before != m.After).OrderBy(m => m.Target).ThenBy(m => m.Ordinal),
        ];

        static Dictionary<(SlaTarget Target, int Ordinal), Instant?> Open(SlaTimeline timeline) => timeline.Claims.Where(c => c.IsOpen).ToDictionary(c => (c.Target, c.Ordinal), c => c.Due);
    }

    // What ended by this act ended under the terms before it.
    private ServiceLevelKey KeyOf(SlaClaim claim) => claim.IsOpen ? about.ServiceLevel! : _before ?? about.ServiceLevel ?? log.FindLast(e => e.Level is not null)!.Level!;
}
