using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The promises of one case while its events are read, one after the other.</summary>
internal sealed class SlaLedger(SlaEvent opening, bool explains)
{
    private readonly List<(SlaTarget Target, int Ordinal, Instant From)> _open = [];
    private readonly List<SlaClaim> _ended = [];
    private readonly SlaStops _stops = new();
    private SlaTerms? _terms;
    private CaseCategory _category = CaseCategory.Open;
    private Instant _cycleFrom = opening.At;
    private Instant? _waitingSince;
    private Instant? _respondedAt;
    private Instant? _resolvedAt;
    private bool _isResponded;

    public void Take(SlaEvent happened)
    {
        switch (happened.Kind)
        {
            case SlaEventKind.Opened:
                _terms = happened.Terms;
                Owe(happened.At);
                Move(happened.Category, happened.At);
                break;
            case SlaEventKind.CustomerMessage:
                _waitingSince ??= happened.At;
                Owe(happened.At);
                break;
            case SlaEventKind.Reply:
                Respond(happened.At);
                _waitingSince = null;
                End(SlaTarget.NextResponse, happened.At);
                break;
            case SlaEventKind.StatusChanged:
                Move(happened.Category, happened.At);
                break;
            default:
                _terms = happened.Terms;
                Owe(happened.At);
                break;
        }
    }

    public SlaTimeline AsOf(Instant asOf) => new(
        asOf,
        [.. _ended.Concat(_open.Select(o => Judge(o.Target, o.Ordinal, o.From, asOf, ended: false))).OrderBy(c => c.StartedAt).ThenBy(c => c.Target).ThenBy(c => c.Ordinal)])
    {
        FirstRespondedAt = _respondedAt,
        ResolvedAt = _resolvedAt,
    };

    // Brings the open promises in line with the terms: new ones begin where they would have begun, others are cancelled.
    private void Owe(Instant at)
    {
        foreach (var promise in _open.Where(o => _terms?.For(o.Target) is null).ToList())
        {
            _open.Remove(promise);
            _ended.Add(new SlaClaim
            {
                Target = promise.Target, Ordinal = promise.Ordinal, Status = SlaTargetStatus.Cancelled, StartedAt = promise.From, EndedAt = at,
                Allowed = SlaDuration.Of(Duration.Zero), Used = Duration.Zero, Left = Duration.Zero,
            });
        }

        if (_resolvedAt is null)
        {
            Begin(SlaTarget.FirstResponse, _isResponded ? null : _cycleFrom);
            Begin(SlaTarget.Resolution, _cycleFrom);
        }

        Begin(SlaTarget.NextResponse, _waitingSince);
    }

    private void Begin(SlaTarget target, Instant? from)
    {
        if (from is { } start && _terms?.For(target) is not null && !_open.Exists(o => o.Target == target))
        {
            _open.Add((target, _ended.Count(c => c.Target == target && c.Status != SlaTargetStatus.Cancelled) + 1, start));
        }
    }

    private void Respond(Instant at)
    {
        _respondedAt ??= at;
        _isResponded = true;
        End(SlaTarget.FirstResponse, at);
    }

    private void End(SlaTarget target, Instant at)
    {
        var index = _open.FindIndex(o => o.Target == target);
        if (index >= 0)
        {
            var (_, ordinal, from) = _open[index];
            _ended.Add(Judge(target, ordinal, from, at, ended: true));
            _open.RemoveAt(index);
        }
    }

    private void Move(CaseCategory category, Instant at)
    {
        var (before, isDone) = (_category, category is CaseCategory.Resolved or CaseCategory.Closed);
        _category = category;
        if (category == CaseCategory.Paused && _terms is { HoldIsFirstResponse: true })
        {
            Respond(at);
        }

        if (isDone && _resolvedAt is null)
        {
            _resolvedAt = at;
            _isResponded = true;
            _waitingSince = null;
            foreach (var target in _open.Select(o => o.Target).ToList())
            {
                End(target, at);
            }
        }
        else if (!isDone && _resolvedAt is not null)
        {
            Reopen(at);
        }

        _stops.Move(before, category, at);
    }

    private void Reopen(Instant at)
    {
        _resolvedAt = null;
        if (_terms is not { Reopening: SlaReopening.NewCycle })
        {
            // The promise of a solution was not kept after all: it is open again.
            _ended.RemoveAll(c => c.Target == SlaTarget.Resolution && c.StartedAt == _cycleFrom && c.Status != SlaTargetStatus.Cancelled);
        }
        else
        {
            _cycleFrom = at;
            _isResponded = false;
        }

        Owe(at);
    }

    private SlaClaim Judge(SlaTarget target, int ordinal, Instant from, Instant until, bool ended)
    {
        var (terms, allowed) = (_terms!, _terms!.For(target)!);
        var (stops, since) = _stops.Within(from, until, terms.Pauses(target));
        if (ended && since < until)
        {
            stops.Add(new Interval(since, until));
        }

        var due = allowed.DueFrom(terms.Calendar, from, stops);
        var stands = !ended && since <= due;
        if (!ended && since < until)
        {
            stops.Add(new Interval(since, until));
        }

        var used = terms.Calendar.Elapsed(from, until) - stops.Aggregate(Duration.Zero, (sum, s) => sum + terms.Calendar.Elapsed(s.Start, s.End));
        return new SlaClaim
        {
            Target = target,
            Ordinal = ordinal,
            StartedAt = from,
            Allowed = allowed,
            Due = stands ? null : due,
            EndedAt = ended ? until : null,
            Used = used,
            Left = terms.Calendar.Elapsed(from, allowed.DueFrom(terms.Calendar, from)) - used,
            Status = stands ? SlaTargetStatus.Paused : until > due ? SlaTargetStatus.Missed : ended ? SlaTargetStatus.Met : SlaTargetStatus.Running,
            Spans = explains ? SlaStops.Explain(terms.Calendar, from, until, stops) : [],
        };
    }
}
