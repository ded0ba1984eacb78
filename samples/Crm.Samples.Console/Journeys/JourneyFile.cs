using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Journeys;

/// <summary>A journey with a contact, what they do and when, as one JSON document.</summary>
internal static class JourneyFile
{
    private const string Contact = "contact";

    private static readonly string[] s_members = ["journey", "template", "start", "zone", "customFields", "customer", "facts", "reactions", "refusals"];

    public static JourneyDefinition Definition(TextSource source) => JourneyDefinition.Parse(source.Read(text => text.ReadToEnd())).OrFail();

    public static (JourneyDefinition Journey, SimulatedJourney Went) Simulate(TextSource source)
    {
        var root = JsonPlace.Read(source);
        foreach (var (name, place) in root.Members.Where(m => !s_members.Contains(m.Name)))
        {
            throw place.Unusable($"There is {string.Join(", ", s_members)}, not {name}.");
        }

        var zone = root.Find("zone") is { } named ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(named.Text) ?? throw named.Unusable($"{named.Text} is not an IANA time zone, such as Europe/Rome.") : DateTimeZone.Utc;
        var start = root["start"].At;
        var journey = root.Find("journey") is { } own ? JourneyDefinition.Parse(own.Element.GetRawText()).OrFail()
            : root.Find("template") is { } template ? JourneyTemplates.All.GetValueOrDefault(template.Text) ?? throw template.Unusable($"There is {string.Join(", ", JourneyTemplates.All.Keys)}.")
            : throw root.Unusable("A journey or a template was expected.");
        var fields = SegmentFile.CatalogueOf(source, root.Element);
        var contact = new SimulatedContact(zone)
        {
            Fields = fields,
            Record = Record(source, root, fields, new CriteriaMoment(start, zone)),
            Reactions = [.. (root.Find("reactions")?.Items ?? []).Select(r => new SimulatedReaction((r.Find("event") ?? r["step"]).Text, r["at"].At))],
            Refusals = (root.Find("refusals")?.Members ?? []).ToDictionary(m => m.Name, m => m.Value.Text, StringComparer.Ordinal),
        };
        return (journey, JourneySimulation.Run(journey, contact, start).OrFail());
    }

    private static CriteriaRecord Record(TextSource source, JsonPlace root, FieldCatalogue<CriteriaRecord> fields, CriteriaMoment moment)
    {
        // The contact needs no id, and facts need not name them.
        using var records = JsonDocument.Parse($"[{Named(root.Find("customer"), "id")}]");
        using var facts = JsonDocument.Parse($"[{string.Join(',', (root.Find("facts")?.Items ?? []).Select(f => Named(f, "customer")))}]");
        var read = fields.Read(records.RootElement, facts.RootElement, "customer", moment);
        return read.TryGetValue(out var known)
            ? known[0]
            : throw new CommandFailure(ExitStatus.UnusableInput, [.. read.Errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target?.Replace("$.customers[0]", "$.customer", StringComparison.Ordinal), File = source.Name })]);
    }

    private static string Named(JsonPlace? place, string member)
    {
        var members = place?.Members.Where(m => m.Name != member).Select(m => $"{JsonSerializer.Serialize(m.Name)}:{m.Value.Element.GetRawText()}") ?? [];
        return $"{{{string.Join(',', members.Prepend($"\"{member}\":\"{Contact}\""))}}}";
    }
}
