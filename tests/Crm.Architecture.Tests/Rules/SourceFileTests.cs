using System.Text.RegularExpressions;

namespace Crm.Architecture.Tests.Rules;

/// <summary>One reason per file, one folder per area (design, section 6).</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;
    private const int LongestOfMost = 180;
    private const int Median = 60;
    private const int LongestAggregate = 350;
    private const int MostFilesOfAFolder = 22;

    [Fact]
    public void SourceFile_Lines_NeverExceed400() => SourceTree.Files
        .Where(file => file.Lines > LongestFile)
        .Select(file => $"{file.Path}: {file.Lines} lines")
        .ShouldKeep($"no source file is longer than {LongestFile} lines");

    [Fact]
    public void SourceFiles_MedianAndMost_StayShort()
    {
        var lengths = SourceTree.Files.Select(file => file.Lines).Order().ToList();
        var longest = SourceTree.Files.OrderByDescending(file => file.Lines).Take(15).Select(file => $"{file.Path}: {file.Lines}");

        var broken = new List<string>();
        if (lengths[lengths.Count / 2] > Median)
        {
            broken.Add($"median {lengths[lengths.Count / 2]} > {Median}; longest: {string.Join(", ", longest)}");
        }

        if (lengths.Count(lines => lines <= LongestOfMost) < 0.9 * lengths.Count)
        {
            broken.Add($"{lengths.Count(lines => lines > LongestOfMost)} of {lengths.Count} files exceed {LongestOfMost} lines: {string.Join(", ", longest)}");
        }

        broken.ShouldKeep($"source files have a median of at most {Median} lines, and nine of ten at most {LongestOfMost}");
    }

    [Fact]
    public void Aggregate_File_Stays350LinesShort() => House.TypesOf(House.Domain)
        .Where(Shapes.IsAggregate)
        .SelectMany(SourceTree.FilesOf)
        .Where(file => file.Lines > LongestAggregate)
        .Select(file => $"{file.Path}: {file.Lines} lines")
        .ShouldKeep($"an aggregate's file has at most {LongestAggregate} lines; more goes to partial files named for the concern");

    [Fact]
    public void Folder_Files_StayFew() => SourceTree.Files
        .GroupBy(file => file.Folder)
        .Where(folder => folder.Count() > MostFilesOfAFolder && !IsFoundation(folder.Key))
        .Select(folder => $"{folder.Key}: {folder.Count()} files")
        .ShouldKeep($"an area folder holds at most {MostFilesOfAFolder} files; a fuller one is split by concern");

    [Fact]
    public void SourceFile_Namespace_IsItsAreasFolder() => SourceTree.Files
        .Where(file => !IsPartOfAnotherFoldersType(file))
        .Select(file => (file, Namespace: file.Text.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value))
        .Where(file => file.Namespace is not null && file.Namespace != AreaOf(file.file.Folder))
        .Select(file => $"{file.file.Path}: namespace {file.Namespace}")
        .ShouldKeep("a file's namespace is its area's folder, whose sub-folders only sort files; extension methods of the host's builders may live in the builder's namespace");

    [Fact]
    public void SourceFile_Namespace_IsFileScoped() => SourceTree.Files
        .Where(file => file.Text.Any(line => BlockNamespace().IsMatch(line)))
        .Select(file => file.Path)
        .ShouldKeep("namespaces are file-scoped");

    private static string AreaOf(string folder) => string.Join('.', folder.Split('/').Skip(1).Take(2));

    private static bool IsFoundation(string folder) => House.Foundation.Any(name => folder == $"src/Crm.Domain/{name}");

    // Builder extensions are found by hosts without a using; the describer's words for an area stand in the area's folder.
    private static bool IsPartOfAnotherFoldersType(SourceFile file) => file.Text.Any(line =>
        line is "namespace Microsoft.Extensions.DependencyInjection;" or "namespace Microsoft.EntityFrameworkCore;" || line.Contains("partial class CrmErrorDescriber", StringComparison.Ordinal));

    [GeneratedRegex("^namespace ([A-Za-z0-9_.]+);")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("^namespace [A-Za-z0-9_.]+\\s*(\\{.*)?$")]
    private static partial Regex BlockNamespace();
}
