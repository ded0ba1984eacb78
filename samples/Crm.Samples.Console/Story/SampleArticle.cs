using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Story;

/// <summary>An article of the sample data: lines of <c>name: value</c>, an empty line, the body in Markdown.</summary>
internal sealed record SampleArticle(KnowledgeContent Content, Audience Audience)
{
    private const string Folder = "data/articles/";

    public static IReadOnlyList<SampleArticle> All { get; } =
    [
        .. typeof(SampleArticle).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => TextSource.Embedded(n).Read(Parse)),
    ];

    private static SampleArticle Parse(TextReader reader)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            head.Add(line[..colon], line[(colon + 1)..].Trim());
        }

        var content = new KnowledgeContent(head["title"], reader.ReadToEnd().TrimEnd(), LanguageTag.Parse(head["language"]))
        {
            Summary = head.GetValueOrDefault("summary"),
            Sku = head.GetValueOrDefault("sku"),
        };
        return new SampleArticle(content, Enum.Parse<Audience>(head["audience"], ignoreCase: true));
    }
}
