using System.Text.RegularExpressions;
using Crm.Testing;

namespace Crm.Samples.Tests.Docs;

/// <summary>Regions of compiled code that the documentation quotes: from <c>// docs: name</c> to <c>// docs: end</c>.</summary>
internal static partial class Snippets
{
    /// <summary>Name → code, without the indentation that all its lines share.</summary>
    public static IReadOnlyDictionary<string, string> Compiled { get; } = Read();

    /// <summary>One form for comparing: lines ended by a line feed, no blanks at their ends, no empty lines around.</summary>
    public static string Normal(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    private static Dictionary<string, string> Read()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in new[] { "tests/Crm.Samples.Tests/Docs", "samples" })
        {
            foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            {
                ReadFile(file, found);
            }
        }

        return found;
    }

    private static void ReadFile(string file, Dictionary<string, string> found)
    {
        string? name = null;
        List<string> lines = [];
        foreach (var line in File.ReadLines(file))
        {
            if (!(Marker().Match(line) is { Success: true } marker))
            {
                lines.Add(line);
            }
            else if (marker.Groups[1].Value == "end")
            {
                found.Add(name ?? throw new InvalidOperationException($"{file} ends a region that did not begin."), Dedent(lines));
                name = null;
            }
            else
            {
                name = name is null ? marker.Groups[1].Value : throw new InvalidOperationException($"{file}: region {name} does not end.");
                lines = [];
            }
        }

        _ = name is null ? name : throw new InvalidOperationException($"{file}: region {name} does not end.");
    }

    private static string Dedent(List<string> lines)
    {
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return Normal(string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : string.Empty)));
    }

    [GeneratedRegex(@"^\s*// docs: ([a-z0-9-]+)\s*$")]
    private static partial Regex Marker();
}
