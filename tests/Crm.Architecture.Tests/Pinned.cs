namespace Crm.Architecture.Tests;

/// <summary>A generated text that is kept in the repository, so that every change of it is seen and accepted.</summary>
internal static class Pinned
{
    /// <summary>Compares with the file; with <c>CRM_ACCEPT=1</c> rewrites it instead.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="text">The text, lines ended by a line feed.</param>
    /// <param name="what">What the file is, for the message.</param>
    public static void ShouldBe(string path, string text, string what)
    {
        var full = Testing.RepositoryRoot.Combine(path);
        if (House.Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            return;
        }

        var before = File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n").Split('\n') : [];
        var now = text.Split('\n');
        var differences = before.Except(now).Select(line => $"- {line}").Concat(now.Except(before).Select(line => $"+ {line}")).ToList();
        Assert.True(
            before.SequenceEqual(now),
            $"""
            {what} changed, and {path} does not say so:
            {string.Join('\n', differences.Take(60))}{(differences.Count > 60 ? $"\n… {differences.Count - 60} more" : differences.Count == 0 ? "(order of lines)" : "")}
            To accept the change: CRM_ACCEPT=1 dotnet test tests/Crm.Architecture.Tests, look at the difference, and commit {path}.
            """);
    }
}
