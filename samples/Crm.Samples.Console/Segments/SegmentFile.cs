using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Console.Segments;

/// <summary>Criteria with the records to ask them of, as one JSON document.</summary>
internal static class SegmentFile
{
    private static readonly string[] s_members = ["asOf", "zone", "customFields", "criteria", "customers", "facts"];

    public static IReadOnlyList<RecordOutcome> Evaluate(TextSource source)
    {
        var root = JsonPlace.Read(source).Element;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Unusable(source, "$", "An object was expected.");
        }

        foreach (var member in root.EnumerateObject().Where(m => !s_members.Contains(m.Name)))
        {
            throw Unusable(source, $"$.{member.Name}", $"There is {string.Join(", ", s_members)}.");
        }

        var moment = MomentOf(source, root);
        var catalogue = CatalogueOf(source, root);
        var criterion = Criterion.Parse(root.TryGetProperty("criteria", out var criteria) ? criteria.GetRawText() : throw Unusable(source, "$.criteria", "Criteria were expected.")).OrFail();
        var records = catalogue.Read(Member(root, "customers"), Member(root, "facts"), "customer", moment);
        return records.TryGetValue(out var read)
            ? catalogue.Evaluate(criterion, moment, read).OrFail()
            : throw new CommandFailure(ExitStatus.UnusableInput, [.. records.Errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target, File = source.Name })]);
    }

    public static CriteriaMoment MomentOf(TextSource source, JsonElement root)
    {
        var zone = DateTimeZone.Utc;
        if (TextOf(root, "zone") is { } name)
        {
            zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw Unusable(source, "$.zone", $"{name} is not an IANA time zone, such as Europe/Rome.");
        }

        return TextOf(root, "asOf") is { } text && Moments.Parse(text, zone) is { } at
            ? new CriteriaMoment(at, zone)
            : throw Unusable(source, "$.asOf", "An instant such as 2026-06-01T08:00:00Z, or a day, was expected.");
    }

    public static FieldCatalogue<CriteriaRecord> CatalogueOf(TextSource source, JsonElement root)
    {
        var fields = new List<CustomField>();
        if (root.TryGetProperty("customFields", out var defined))
        {
            foreach (var (field, index) in (defined.ValueKind == JsonValueKind.Array ? defined.EnumerateArray() : []).Select((f, i) => (f, i)))
            {
                if (field.ValueKind != JsonValueKind.Object || TextOf(field, "key") is not { Length: > 0 } key || fields.Any(f => f.Key == key)
                    || !Enum.TryParse<FieldType>(TextOf(field, "type"), ignoreCase: true, out var type) || !Enum.IsDefined(type))
                {
                    throw Unusable(source, $"$.customFields[{index}]", $"A key of its own and a type were expected: {string.Join(", ", Enum.GetNames<FieldType>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
                }

                fields.Add(new CustomField(CustomFieldId.New(Instant.FromUnixTimeSeconds(0)), SubjectKinds.Customer, key, type)
                {
                    AllowsSeveral = field.TryGetProperty("allowsSeveral", out var several) && several.ValueKind == JsonValueKind.True,
                });
            }
        }

        using var services = new ServiceCollection().AddCrm().Services.BuildServiceProvider();
        return services.GetRequiredService<CustomerFieldCatalogue>().ForRecords(fields);
    }

    private static JsonElement Member(JsonElement root, string name) => root.TryGetProperty(name, out var member) ? member : default;

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static CommandFailure Unusable(TextSource source, string path, string message) => new JsonPlace(default, path, source.Name).Unusable(message);
}
