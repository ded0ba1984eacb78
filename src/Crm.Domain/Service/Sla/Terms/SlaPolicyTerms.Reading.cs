using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <content>Reading the terms of a policy from JSON.</content>
public sealed partial record SlaPolicyTerms
{
    private static SlaPolicyTerms Read(DefinitionPlace place)
    {
        place.Only("calendar", "targets", "pauses", "holdIsFirstResponse", "reopening", "levels");
        var promises = new Dictionary<CasePriority, SlaPromise>();
        foreach (var (name, value) in place["targets"].Members)
        {
            foreach (var priority in name == "all" ? Enum.GetValues<CasePriority>() : [One<CasePriority>(value, name)])
            {
                promises[priority] = Promise(value);
            }
        }

        var terms = new SlaPolicyTerms
        {
            Promises = promises,
            CalendarKey = place.Find("calendar")?.Text,
            HoldIsFirstResponse = place.Find("holdIsFirstResponse")?.Flag ?? false,
            Reopening = place.Find("reopening") is { } reopening ? One<SlaReopening>(reopening, reopening.Text) : default,
        };
        if (place.Find("pauses")?.With("firstResponse", "nextResponse", "resolution") is { } pauses)
        {
            terms = terms with
            {
                PausesFirstResponse = pauses.Find("firstResponse")?.Flag ?? terms.PausesFirstResponse,
                PausesNextResponse = pauses.Find("nextResponse")?.Flag ?? terms.PausesNextResponse,
                PausesResolution = pauses.Find("resolution")?.Flag ?? terms.PausesResolution,
            };
        }

        return place.Find("levels") is { } levels ? terms with { Levels = [.. levels.Items.Select(Level)] } : terms;
    }

    private static SlaPromise Promise(DefinitionPlace place)
    {
        place.Only("firstResponse", "nextResponse", "resolution");
        return new SlaPromise { FirstResponse = Target(place, "firstResponse"), NextResponse = Target(place, "nextResponse"), Resolution = Target(place, "resolution") };
    }

    // A number is business minutes.
    private static SlaDuration? Target(DefinitionPlace parent, string name) => parent.Find(name) is not { } place ? null
        : place.IsNumber ? place.Guarded(p => SlaDuration.Of(Minutes(p)))
        : place.With("minutes", "time", "days", "endOfDay").Find("days") is { } days
            ? days.Guarded(d => SlaDuration.OfDays(d.Whole, place.Find("endOfDay")?.Flag ?? false))
            : Guarded(place, place.Find("time"), "minutes", SlaDuration.Of);

    private static T Guarded<T>(DefinitionPlace place, DefinitionPlace? exact, string minutes, Func<Duration, T> make) =>
        exact is { } text ? text.Guarded(t => make(Exact(t))) : place[minutes].Guarded(m => make(Minutes(m)));

    private static EscalationLevel Level(DefinitionPlace place)
    {
        place.Only("name", "target", "at", "actions");
        var at = place["at"].With("share", "fromDueMinutes", "fromDue");
        return new EscalationLevel
        {
            Name = place["name"].Text,
            Target = place.Find("target") is { } target ? One<SlaTarget>(target, target.Text) : null,
            At = at.Find("share") is { } share ? share.Guarded(s => EscalationMoment.AtShare(s.Number)) : Guarded(at, at.Find("fromDue"), "fromDueMinutes", EscalationMoment.FromDue),
            Actions = [.. place.ItemsOf("actions").Select(a => a.With("kind", "value")).Select(a => new EscalationAction(One<EscalationActionKind>(a["kind"], a["kind"].Text), a.Find("value")?.Text))],
        };
    }

    private static Duration Minutes(DefinitionPlace place) => Duration.FromNanoseconds((long)decimal.Round(place.Number * NodaConstants.NanosecondsPerMinute));

    private static Duration Exact(DefinitionPlace place) => DurationPattern.Roundtrip.Parse(place.Text).TryGetValue(default, out var time)
        ? time
        : throw place.Unreadable("a time such as 0:04:00:30 was expected: days, hours, minutes, seconds");

    private static T One<T>(DefinitionPlace place, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) && char.IsAsciiLetter(name[0])
            ? value
            : throw place.Unreadable($"{string.Join(", ", Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))} was expected");
}
