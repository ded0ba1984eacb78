using System.Reflection;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;

namespace Crm.Samples.Web.Demo;

/// <summary>An article of the demo help centre: a Markdown file with a few lines of facts above an empty line.</summary>
public sealed record DemoArticle(KnowledgeContent Content, Audience Audience)
{
    public static IReadOnlyList<DemoArticle> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static DemoArticle Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            facts.Add(name, value);
        }

        var content = new KnowledgeContent(facts["title"], reader.ReadToEnd(), LanguageTag.Parse("en"))
        {
            Summary = facts["summary"],
            Sku = facts.GetValueOrDefault("sku"),
        };
        return new DemoArticle(content, Enum.Parse<Audience>(facts["audience"]));
    }
}
