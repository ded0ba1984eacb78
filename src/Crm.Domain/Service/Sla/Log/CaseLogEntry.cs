using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// One thing that happened to a case and moves its clocks. Part of <see cref="ServiceCase"/>, written by its acts; never changed. The log
/// of a case is all that its service levels are reckoned from.
/// </summary>
/// <remarks>
/// Messages of programs and of third parties and notes are not in it: nobody has asked or answered by them. A case that is merged into
/// another ends there and then; the other one takes a message of the customer in its log where the ending case still owed an answer. What
/// was split off begins with the opening of its own case.
/// </remarks>
public sealed class CaseLogEntry
{
    private CaseLogEntry()
    {
    }

    internal CaseLogEntry(long version, int place, SlaEventKind kind, Instant at)
    {
        Id = CaseLogEntryId.New(at);
        Version = version;
        Place = place;
        Kind = kind;
        At = at;
    }

    /// <summary>The id.</summary>
    public CaseLogEntryId Id { get; private set; }

    /// <summary>The version of the case after the act; entries are in this order.</summary>
    public long Version { get; private set; }

    /// <summary>Place among the entries of one act, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>What happened.</summary>
    public SlaEventKind Kind { get; private set; }

    /// <summary>When, by the clock of whoever wrote it; see <see cref="CaseLog.ToEvents"/> for clocks that jump back.</summary>
    public Instant At { get; private set; }

    /// <summary>What the status means from then on; for openings and changes of status.</summary>
    public CaseCategory? Category { get; internal set; }

    /// <summary>The version of the policy from then on; for changes of terms, null where no service level holds any more.</summary>
    public SlaPolicyVersionId? PolicyVersionId { get; private set; }

    /// <summary>The version of the calendar from then on; likewise.</summary>
    public ServiceCalendarVersionId? CalendarVersionId { get; private set; }

    /// <summary>The priority for which the terms are; likewise.</summary>
    public CasePriority? Priority { get; private set; }

    /// <summary>Why the terms changed.</summary>
    public ServiceLevelReason? Reason { get; private set; }

    /// <summary>The service level from then on; for changes of terms, null where none holds any more.</summary>
    public ServiceLevelKey? Level => ServiceCase.KeyOf(PolicyVersionId, CalendarVersionId, Priority);

    internal void Say(ServiceLevelKey? level, ServiceLevelReason reason) =>
        (PolicyVersionId, CalendarVersionId, Priority, Reason) = (level?.PolicyVersionId, level?.CalendarVersionId, level?.Priority, reason);
}
