using System.Text;
using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Testing;

namespace Crm.Domain.Tests.Criteria;

/// <summary>The lists of docs/reference/criteria.md are those of the code. Accept a change with CRM_ACCEPT=1.</summary>
public class ReferencePageTests
{
    private static readonly FieldCatalogue<CriteriaRecord> s_catalogue = Catalogues.ForRecords();

    private static readonly FieldCatalogue<CriteriaRecord> s_everyType = Catalogues.ForRecords(
        [.. Enum.GetValues<FieldType>().Select(t => new CustomField(CustomFieldId.New(NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0)), Crm.Domain.Primitives.SubjectKinds.Customer, Name(t), t))]);

    [Fact]
    public void Page_Lists_AreThoseOfTheCode()
    {
        var path = RepositoryRoot.Combine("docs/reference/criteria.md");
        var text = File.ReadAllText(path);
        var wanted = text;
        foreach (var (name, rows) in new[] { ("operators", Operators()), ("fields", Fields()), ("facts", Facts()), ("kinds", Kinds()) })
        {
            var begin = wanted.IndexOf($"<!-- {name} -->", StringComparison.Ordinal) + $"<!-- {name} -->\n".Length;
            wanted = wanted[..begin] + rows + wanted[wanted.IndexOf("<!-- end -->", begin, StringComparison.Ordinal)..];
        }

        if (Environment.GetEnvironmentVariable("CRM_ACCEPT") == "1")
        {
            File.WriteAllText(path, wanted);
            text = wanted;
        }

        text.Should().Be(wanted);
    }

    [Fact]
    public void Page_Examples_AreTaken()
    {
        var blocks = File.ReadAllText(RepositoryRoot.Combine("docs/reference/criteria.md")).Split("```json\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToList();
        blocks.Should().HaveCount(2);
        var moment = new CriteriaMoment(NodaTime.Instant.FromUtc(2026, 6, 1, 8, 0), NodaTime.DateTimeZone.Utc);
        s_catalogue.Compile(Criterion.Parse(blocks[0]).Value, moment).Succeeded.Should().BeTrue();
        var file = JsonDocument.Parse(blocks[1]).RootElement;
        s_catalogue.Compile(Criterion.Parse(file.GetProperty("criteria").GetRawText()).Value, moment).Succeeded.Should().BeTrue();
    }

    private static string Operators() => Table(
        "| Type | Operators |",
        s_everyType.Fields.Where(f => f.Name.StartsWith("custom:", StringComparison.Ordinal)).OrderBy(f => f.Type)
            .Select(f => $"{Name(f.Type)} | {string.Join(", ", f.Operators.Select(o => $"`{o}`"))}"));

    private static string Fields() => Table("| Field | Type | Values |", s_catalogue.Fields.Select(f => $"`{f.Name}` | {Name(f.Type)}{(f.IsMultiple ? ", several" : string.Empty)} | {Choices(f)}"));

    private static string Facts() => Table(
        "| Facts | Field | Type | Values |",
        s_catalogue.Fields.Where(f => f.Relation is not null).DistinctBy(f => f.Relation).SelectMany(f => f.Where.Select(w => $"`{f.Relation}` | `{w.Name}` | {Name(w.Type)} | {Choices(w)}")));

    private static string Kinds() => Table("| Kind | Facts | Says by itself |", s_catalogue.FactKinds.Select(k => $"`{k.Name}` | `{k.Relation}` | {(k.Field is null ? string.Empty : $"`{k.Field}` is `{k.Value}`")}"));

    private static string Table(string head, IEnumerable<string> rows)
    {
        var table = new StringBuilder().Append(head).Append('\n').Append(string.Concat(Enumerable.Repeat("|---", head.Count(c => c == '|') - 1))).Append("|\n");
        foreach (var row in rows)
        {
            table.Append("| ").Append(row.TrimEnd()).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Choices(CriteriaField field) => string.Join(", ", field.Choices.Select(c => $"`{c}`"));

    private static string Name(FieldType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ToString());
}
