using System.Text;
using Crm.Domain.Service;
using Crm.Testing;

namespace Crm.Domain.Tests.Service;

/// <summary>The tables of docs/reference/case-statuses.md are those of the code. Accept a change with CRM_ACCEPT=1.</summary>
[Trait("Check", "SC-02")]
public class CaseStatusPageTests
{
    [Fact]
    public void Page_Tables_AreThoseOfTheCode()
    {
        var path = RepositoryRoot.Combine("docs/reference/case-statuses.md");
        var text = File.ReadAllText(path);
        var wanted = text;
        foreach (var (name, rows) in new[] { ("statuses", Statuses()), ("categories", Categories()), ("transitions", Transitions()) })
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

    private static string Statuses() => Table(
        "| Status | Category | For staff | For the customer |",
        new CaseStatusCatalog().All.Select(s => $"`{s.Status}` | {Name(s.Category)} | {s.Name} | {s.CustomerName}"));

    private static string Categories() => Table(
        "| From | To |", Enum.GetValues<CaseCategory>().Select(c => $"{Name(c)} | {string.Join(", ", CaseTransitions.From(c).Select(Name))}"));

    private static string Transitions()
    {
        var statuses = new CaseStatusCatalog();
        return Table("| From | To |", statuses.All.Select(s => $"`{s.Status}` | {string.Join(", ", statuses.Following(s.Status, s.Category).Select(n => $"`{n.Status}`"))}"));
    }

    private static string Table(string head, IEnumerable<string> rows)
    {
        var table = new StringBuilder().Append(head).Append('\n').Append(string.Concat(Enumerable.Repeat("|---", head.Count(c => c == '|') - 1))).Append("|\n");
        foreach (var row in rows)
        {
            table.Append("| ").Append(row.TrimEnd()).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Name(CaseCategory category) => category.ToString().ToLowerInvariant();
}
