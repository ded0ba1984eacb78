using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Service.Sla;

/// <summary>A case of the kind timeline: events, and what is asked after some of them.</summary>
internal static class SlaCaseTimeline
{
    public static IEnumerable<KeyValuePair<string, object?>> Answer(JsonPlace place, BusinessCalendar calendar)
    {
        var terms = Terms(place["targets"], calendar);
        var events = new List<(int Index, SlaEvent Event)>();
        foreach (var (happened, index) in place["events"].Items.Select((e, i) => (e, i)))
        {
            events.AddRange(Events(happened, terms, calendar).Select(e => (index, e)));
        }

        var checks = new List<Dictionary<string, object?>>();
        foreach (var check in place["checks"].Items)
        {
            var after = check["afterEvent"].Whole;
            var known = events.Where(e => e.Index <= after).Select(e => e.Event).ToList();
            if (after < 0 || !events.Exists(e => e.Index == after))
            {
                throw check["afterEvent"].Unusable("The index of an event was expected.");
            }

            var timeline = SlaClock.Read(known, known[^1].At);
            checks.Add(check.Members.ToDictionary(m => m.Name, m => Value(m.Name, m.Value, timeline)));
        }

        yield return new("checks", checks);
    }

    private static object? Value(string name, JsonPlace place, SlaTimeline timeline) => name switch
    {
        "afterEvent" => place.Whole,
        "toleranceSeconds" => place.Number,
        "next" => SlaCase.Text(timeline.NextDue),
        "firstResponseDue" => Due(timeline, SlaTarget.FirstResponse),
        "updateDue" => Due(timeline, SlaTarget.NextResponse),
        "resolutionDue" => Due(timeline, SlaTarget.Resolution),
        "firstRespondedAt" => SlaCase.Text(timeline.FirstRespondedAt),
        "resolvedAt" => SlaCase.Text(timeline.ResolvedAt),
        "status" => Status(timeline),
        "firstResponseTookSeconds" => Took(timeline, SlaTarget.FirstResponse),
        "updateTookSeconds" => Took(timeline, SlaTarget.NextResponse),
        "resolutionTookSeconds" => Took(timeline, SlaTarget.Resolution),
        "firstResponseTookMinutes" => Took(timeline, SlaTarget.FirstResponse) / 60.0,
        "updateTookMinutes" => Took(timeline, SlaTarget.NextResponse) / 60.0,
        "resolutionTookMinutes" => Took(timeline, SlaTarget.Resolution) / 60.0,
        "firstResponseSlackMinutes" => timeline.Worst(SlaTarget.FirstResponse)?.Left.TotalMinutes,
        "updateSlackMinutes" => timeline.Worst(SlaTarget.NextResponse)?.Left.TotalMinutes,
        "resolutionSlackMinutes" => timeline.Worst(SlaTarget.Resolution)?.Left.TotalMinutes,
        _ => throw place.Unusable("This figure is not known."),
    };

    private static string? Due(SlaTimeline timeline, SlaTarget target) =>
        timeline.Latest(target) is { IsOpen: true } claim ? SlaCase.Text(claim.Due) : null;

    private static double? Took(SlaTimeline timeline, SlaTarget target) => timeline.Worst(target) is { } claim ? SlaCase.Seconds(claim.Used) : null;

    private static string? Status(SlaTimeline timeline) => timeline.Status switch
    {
        null => null,
        SlaTargetStatus.Missed => "Failed",
        SlaTargetStatus.Met => "Fulfilled",
        _ when timeline.Claims.Any(c => c is { IsOpen: true, Status: SlaTargetStatus.Paused }) => "Paused",
        _ when timeline.Latest(SlaTarget.FirstResponse) is { IsOpen: true } => "FirstResponseDue",
        _ => "ResolutionDue",
    };

    private static SlaTerms? Terms(JsonPlace targets, BusinessCalendar calendar)
    {
        var terms = new SlaTerms(calendar) { FirstResponse = Minutes("firstResponseMinutes"), NextResponse = Minutes("updateMinutes"), Resolution = Minutes("resolutionMinutes") };
        return terms is { FirstResponse: null, NextResponse: null, Resolution: null } ? null : terms;
        SlaDuration? Minutes(string name) => targets.Find(name) is { } minutes ? SlaDuration.OfMinutes(minutes.Number) : null;
    }

    private static IEnumerable<SlaEvent> Events(JsonPlace happened, SlaTerms? terms, BusinessCalendar calendar)
    {
        var at = happened["at"].At;
        switch (happened["type"].Text)
        {
            case "created":
                yield return SlaEvent.Opened(at, Matching(happened, terms, calendar), Category(happened));
                break;
            case "customerMessage":
                yield return SlaEvent.CustomerMessage(at);
                break;
            case "agentMessage":
                yield return SlaEvent.Reply(at);
                break;
            case "state":
                if (happened.Find("agentReplied") is { Flag: true })
                {
                    yield return SlaEvent.Reply(at);
                }

                yield return SlaEvent.StatusChanged(at, Category(happened));
                break;
            case "priority" or "sla" or "calendar":
                yield return SlaEvent.TermsChanged(at, Matching(happened, terms, calendar));
                break;
            case var other:
                throw happened["type"].Unusable($"{other}: created, customerMessage, agentMessage, state, priority, sla or calendar was expected.");
        }
    }

    private static SlaTerms? Matching(JsonPlace happened, SlaTerms? terms, BusinessCalendar calendar)
    {
        var changed = happened.Find("calendar") is { } hours ? SlaCalendar.Read(hours) : null;
        return happened.Find("slaMatches") is { Flag: false } ? null
            : happened.Find("targets") is { } targets ? Terms(targets, changed ?? calendar)
            : changed is null || terms is null ? terms : terms with { Calendar = changed };
    }

    private static CaseCategory Category(JsonPlace happened) => happened.Find("state") is not { } state ? CaseCategory.Open : state.Text.ToLowerInvariant() switch
    {
        "new" or "open" or "reopened" => CaseCategory.Open,
        "resolved" => CaseCategory.Resolved,
        "closed" or "merged" or "removed" => CaseCategory.Closed,
        "paused" or "replied" or "waiting" or "on hold" or "hold" => CaseCategory.Paused,
        var pending when pending.StartsWith("pending", StringComparison.Ordinal) => CaseCategory.Paused,
        var other => throw state.Unusable($"{other}: new, open, pending, resolved or closed was expected."),
    };
}
