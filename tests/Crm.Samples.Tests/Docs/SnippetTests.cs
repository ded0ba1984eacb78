using System.Text.RegularExpressions;
using Crm.Testing;

namespace Crm.Samples.Tests.Docs;

/// <summary>Every C# block of the documentation that carries a name is a compiled region, word for word.</summary>
public sealed partial class SnippetTests
{
    private static bool Accepts => Environment.GetEnvironmentVariable("CRM_ACCEPT") == "1";

    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string>("README.md");
        foreach (var page in Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            pages.Add(Path.GetRelativePath(RepositoryRoot.Path, page).Replace('\\', '/'));
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void NamedBlock_IsCompiledCode(string page)
    {
        var path = RepositoryRoot.Combine(page);
        var text = File.ReadAllText(path);
        var wrong = new List<string>();
        var accepted = NamedBlock().Replace(text, block =>
        {
            var name = block.Groups["name"].Value;
            if (!Snippets.Compiled.TryGetValue(name, out var compiled))
            {
                wrong.Add($"{name}: no file of tests/Crm.Samples.Tests/Docs or samples has the region // docs: {name}");
                return block.Value;
            }

            if (Snippets.Normal(block.Groups["code"].Value) == compiled)
            {
                return block.Value;
            }

            wrong.AddRange(Accepts ? [] : [$"{name}: the page says something else than the compiled region"]);
            return $"{block.Groups["head"].Value}{compiled}\n```";
        });
        if (Accepts)
        {
            File.WriteAllText(path, accepted);
        }

        Assert.True(wrong.Count == 0, $"""
            {page}:
            {string.Join('\n', wrong)}
            Change the compiled region, then accept it: CRM_ACCEPT=1 dotnet test tests/Crm.Samples.Tests --filter SnippetTests, look at the difference, and commit the page.
            """);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void GuidesBlock_HasAName(string page)
    {
        if (!page.StartsWith("docs/guides/", StringComparison.Ordinal) && page != "docs/getting-started.md")
        {
            return;
        }

        var text = File.ReadAllText(RepositoryRoot.Combine(page)).ReplaceLineEndings("\n");
        (text.Split("```csharp\n").Length - 1).Should().Be(
            NamedBlock().Count(text), "each C# block of {0} stands under <!-- snippet: name --> and is compiled as // docs: name", page);
    }

    [GeneratedRegex(@"(?<head><!-- snippet: (?<name>[a-z0-9-]+) -->\r?\n```csharp\r?\n)(?<code>.*?)(?<=\n)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedBlock();
}
