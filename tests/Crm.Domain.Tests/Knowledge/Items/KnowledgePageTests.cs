using System.Text;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge.Items;

/// <summary>The tables of docs/reference/knowledge-items.md are those of the code. Accept a change with CRM_ACCEPT=1.</summary>
[Trait("Check", "KB-01")]
[Trait("Check", "KB-03")]
public class KnowledgePageTests
{
    [Fact]
    public void Page_Tables_AreThoseOfTheCode()
    {
        var path = RepositoryRoot.Combine("docs/reference/knowledge-items.md");
        var text = File.ReadAllText(path);
        var wanted = text;
        foreach (var (name, rows) in new[] { ("statuses", Statuses()), ("confidence", Confidence()), ("licences", Licences()) })
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

    private static string Statuses() => Table("| From | To |", Enum.GetValues<KnowledgeStatus>().Select(s => $"{Name(s)} | {string.Join(", ", KnowledgeRules.From(s).Select(n => Name(n)))}"));

    private static string Confidence() => Table(
        "| From | To |", Enum.GetValues<KnowledgeConfidence>().Select(c => $"{Name(c)} | {string.Join(", ", KnowledgeRules.From(c).Select(n => Name(n)).DefaultIfEmpty("–"))}"));

    private static string Licences() => Table(
        "| Work | For colleagues | For outsiders | Under compliance |",
        Enum.GetValues<KnowledgeWork>().Select(w => string.Join(
            " | ",
            Name(w),
            Name(KnowledgeRules.Needed(w, Audience.Internal, KnowledgeGovernance.Experience)),
            Name(KnowledgeRules.Needed(w, Audience.Public, KnowledgeGovernance.Experience)),
            Name(KnowledgeRules.Needed(w, Audience.Internal, KnowledgeGovernance.Compliance)))));

    private static string Table(string head, IEnumerable<string> rows)
    {
        var table = new StringBuilder().Append(head).Append('\n').Append(string.Concat(Enumerable.Repeat("|---", head.Count(c => c == '|') - 1))).Append("|\n");
        foreach (var row in rows)
        {
            table.Append("| ").Append(row).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Name(Enum value) => CrmNames.Of(value, System.Globalization.CultureInfo.InvariantCulture).ToLowerInvariant();
}
