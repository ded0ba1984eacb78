using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// One promise to a case as it stood when something last happened to the case: what lists are made of, and what the monitor watches.
/// Kept by the desk in the unit of work of the act; it can be reckoned anew from the log at any time, and never says anything else.
/// </summary>
public sealed class ServiceDeadline
{
    private ServiceDeadline() => Alarms = null!;

    internal ServiceDeadline(ServiceDeadlineId id, ServiceCaseId caseId, SlaClaim claim, ServiceLevelKey key)
    {
        (Id, CaseId, Target, Ordinal, StartedAt, Alarms) = (id, caseId, claim.Target, claim.Ordinal, claim.StartedAt, []);
        (PolicyVersionId, CalendarVersionId, Priority) = (key.PolicyVersionId, key.CalendarVersionId, key.Priority);
    }

    /// <summary>The id.</summary>
    public ServiceDeadlineId Id { get; private set; }

    /// <summary>The case.</summary>
    public ServiceCaseId CaseId { get; private set; }

    /// <summary>What was promised.</summary>
    public SlaTarget Target { get; private set; }

    /// <summary>Which one of its kind, from 1: the exchange, or the cycle of a case that was reopened.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The version of the policy by which it was reckoned.</summary>
    public SlaPolicyVersionId PolicyVersionId { get; private set; }

    /// <summary>The version of the calendar in which it was counted.</summary>
    public ServiceCalendarVersionId CalendarVersionId { get; private set; }

    /// <summary>The priority for which it was promised.</summary>
    public CasePriority Priority { get; private set; }

    /// <summary>When its clock began.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>When it is or was due; null while its clock stands still, and once it is cancelled.</summary>
    public Instant? Due { get; private set; }

    /// <summary>When it was fulfilled or cancelled; null while it is open.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Where it stood at <see cref="ReckonedAt"/>; where it stands now says <see cref="StatusAt"/>.</summary>
    public SlaTargetStatus Status { get; private set; }

    /// <summary>Business time used at <see cref="ReckonedAt"/>, without pauses, in whole seconds.</summary>
    public long UsedSeconds { get; private set; }

    /// <summary>Business time left at <see cref="ReckonedAt"/>, in whole seconds; negative by how much it was missed.</summary>
    public long LeftSeconds { get; private set; }

    /// <summary>When it was reckoned last; when it ended, once it has.</summary>
    public Instant ReckonedAt { get; private set; }

    /// <summary>When the next level of escalation comes that was not raised; null when none comes unless something happens to the case.</summary>
    public Instant? NextAlarmAt { get; private set; }

    /// <summary>When each level of escalation comes or came, the first one first. Those that stand still with the clock are missing.</summary>
    public IReadOnlyList<DeadlineAlarm> Alarms { get; private set; }

    /// <summary>The service level by which it was reckoned.</summary>
    public ServiceLevelKey Level => new(PolicyVersionId, CalendarVersionId, Priority);

    /// <summary>Where it stands at an instant, if nothing has happened to the case since it was reckoned.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>The status: a running clock has missed its deadline once that is over.</returns>
    public SlaTargetStatus StatusAt(Instant now) => EndedAt is null && Status == SlaTargetStatus.Running && now > Due ? SlaTargetStatus.Missed : Status;

    /// <summary>Whether a promise is written here already, so that only the passing of time could change it.</summary>
    internal bool Holds(SlaClaim claim) => EndedAt is not null && EndedAt == claim.EndedAt && Status == claim.Status;

    internal void Reckon(SlaClaim claim, ServiceLevelKey key, IReadOnlyList<DeadlineAlarm> alarms, IReadOnlySet<string> raised, Instant asOf)
    {
        (PolicyVersionId, CalendarVersionId, Priority) = (key.PolicyVersionId, key.CalendarVersionId, key.Priority);
        (StartedAt, Due, EndedAt, Status) = (claim.StartedAt, claim.Status == SlaTargetStatus.Cancelled ? null : claim.Due, claim.EndedAt, claim.Status);
        (UsedSeconds, LeftSeconds, ReckonedAt) = (Seconds(claim.Used), Seconds(claim.Left), claim.EndedAt ?? asOf);
        if (!Alarms.SequenceEqual(alarms))
        {
            Alarms = alarms;
        }

        NextAlarmAt = NextAfter(raised);
    }

    /// <summary>It is promised no longer, and never was fulfilled.</summary>
    internal void Cancel(Instant asOf)
    {
        (Due, EndedAt, Status, NextAlarmAt, Alarms) = (null, EndedAt ?? asOf, SlaTargetStatus.Cancelled, null, []);
        (UsedSeconds, LeftSeconds, ReckonedAt) = (0, 0, EndedAt!.Value);
    }

    /// <summary>What is due and was not raised, in order; watches for the rest from now on.</summary>
    internal IReadOnlyList<DeadlineAlarm> Raise(IReadOnlySet<string> raised, Instant now)
    {
        var due = Alarms.Where(a => a.At <= now && !raised.Contains(a.Level)).ToList();
        NextAlarmAt = NextAfter(raised.Concat(due.Select(a => a.Level)).ToHashSet(StringComparer.Ordinal));
        return due;
    }

    private static long Seconds(Duration duration) => (long)Math.Floor(duration.TotalSeconds);

    private Instant? NextAfter(IReadOnlySet<string> raised) => Alarms.FirstOrDefault(a => !raised.Contains(a.Level))?.At;
}
