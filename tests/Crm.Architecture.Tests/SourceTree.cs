namespace Crm.Architecture.Tests;

/// <summary>A hand-written source file.</summary>
internal sealed record SourceFile(string Path, string[] Text)
{
    public int Lines => Text.Length;

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The source files below src, by their path from the repository root.</summary>
internal static class SourceTree
{
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(House.SourceFolder, "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.Combine("src", Path.GetRelativePath(House.SourceFolder, path)).Replace('\\', '/'), File.ReadAllLines(path)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>The file named for a type, and its partial files <c>Name.Concern.cs</c>, anywhere below its area's folder.</summary>
    public static IEnumerable<SourceFile> FilesOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var folder = $"src/{type.Assembly.GetName().Name}{type.Namespace![type.Assembly.GetName().Name!.Length..].Replace('.', '/')}";
        return Files.Where(file => $"{file.Folder}/".StartsWith($"{folder}/", StringComparison.Ordinal) && (file.Name == $"{name}.cs" || file.Name.StartsWith($"{name}.", StringComparison.Ordinal)));
    }
}
