using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    private readonly List<CaseLogEntry> _log = [];

    // The category before the act at hand, from the first change of status in it.
    private CaseCategory? _categoryBefore;

    /// <summary>What moved its clocks in this unit of work, in order. The whole log is read by <see cref="ICaseLogQueries"/>.</summary>
    public IReadOnlyList<CaseLogEntry> Recorded => _log;

    /// <summary>The version of the policy under which it is promised something; null while nothing is promised.</summary>
    public SlaPolicyVersionId? PolicyVersionId { get; private set; }

    /// <summary>The version of the calendar in which that is counted.</summary>
    public ServiceCalendarVersionId? CalendarVersionId { get; private set; }

    /// <summary>The priority for which that is promised.</summary>
    public CasePriority? PromisedPriority { get; private set; }

    /// <summary>What it is promised; null for nothing.</summary>
    public ServiceLevelKey? ServiceLevel => KeyOf(PolicyVersionId, CalendarVersionId, PromisedPriority);

    /// <summary>Entries that no save has written.</summary>
    internal IEnumerable<CaseLogEntry> Unsaved => _log.Where(e => e.Version > Version - PendingEvents.Count);

    /// <summary>Whether it still has to be solved.</summary>
    internal bool IsUnsolved => Category is CaseCategory.Open or CaseCategory.Paused;

    /// <summary>Promises something else than before. It is not a change that anybody made to the case, so that it stays as quiet as it was.</summary>
    internal void Promise(ServiceLevelKey? level, ServiceLevelReason reason, IReadOnlyList<DeadlineMove> moves, Instant now)
    {
        var happened = new CaseServiceLevelChanged(Id, Number, CustomerId, ServiceLevel, level, reason, moves, now);
        (PolicyVersionId, CalendarVersionId, PromisedPriority) = (level?.PolicyVersionId, level?.CalendarVersionId, level?.Priority);
        Log(happened);
        Raise(happened);
    }

    internal static ServiceLevelKey? KeyOf(SlaPolicyVersionId? policy, ServiceCalendarVersionId? calendar, CasePriority? priority) =>
        policy is { } p && calendar is { } c && priority is { } of ? new(p, c, of) : null;

    // The one place that writes the log. Every act comes here before it raises its event, whatever it was.
    private void Log(ICrmEvent happened)
    {
        if (happened is CaseOpened)
        {
            Add(SlaEventKind.Opened).Category = Category;
        }
        else if (_categoryBefore is { } before && before != Category)
        {
            Add(SlaEventKind.StatusChanged).Category = Category;
        }

        _categoryBefore = null;
        switch (happened)
        {
            case CaseMessageReceived or CaseTookOver { OwesAnswer: true }:
                Add(SlaEventKind.CustomerMessage);
                break;
            case CaseReplied:
                Add(SlaEventKind.Reply);
                break;
            case CaseServiceLevelChanged changed:
                Add(SlaEventKind.TermsChanged).Say(changed.After, changed.Reason);
                break;
        }

        CaseLogEntry Add(SlaEventKind kind) => Note(kind, Version + 1, happened.OccurredAt);
    }

    private CaseLogEntry Note(SlaEventKind kind, long version, Instant at)
    {
        var entry = new CaseLogEntry(version, _log.Count(e => e.Version == version), kind, at);
        _log.Add(entry);
        return entry;
    }
}
