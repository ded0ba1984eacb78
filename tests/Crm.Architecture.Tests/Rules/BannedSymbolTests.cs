using System.Text.RegularExpressions;
using Crm.Testing;

namespace Crm.Architecture.Tests.Rules;

/// <summary>The analyzer holds BannedSymbols.txt; these tests hold the analyzer.</summary>
public sealed class BannedSymbolTests
{
    private static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));

    [Fact]
    [Trait("Check", "XC-10")]
    public void LibraryProject_Build_IncludesBannedSymbols()
    {
        Read("Directory.Build.props").Should().MatchRegex("<CrmProjectKind Condition=\"[^\"]*StartsWith\\('src'\\)\\)\">Library</CrmProjectKind>");
        Read("Directory.Build.targets").Should().Contain("eng/Common.targets");
        var library = Regex.Match(Read("eng/Common.targets"), "<ItemGroup Condition=\"'\\$\\(CrmProjectKind\\)' == 'Library'\">.*?</ItemGroup>", RegexOptions.Singleline).Value;
        library.Should().Contain("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"").And.Contain("<AdditionalFiles Include=\"$(RepositoryRoot)eng/BannedSymbols.txt\"");
        Read("eng/analyzers/Library.globalconfig").Should().Contain("dotnet_diagnostic.RS0030.severity = error");
    }

    [Fact]
    [Trait("Check", "XC-10")]
    public void BannedSymbols_Name_EveryWallClockAndRandomId() => Read("eng/BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0]).Should().Contain(
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "P:System.TimeProvider.System", "P:NodaTime.SystemClock.Instance", "M:System.Guid.NewGuid", "M:System.Guid.CreateVersion7",
    ]);

    [Fact]
    public void LibraryProject_File_SwitchesNothingOff() => Directory.EnumerateFiles(House.SourceFolder, "*.csproj", SearchOption.AllDirectories)
        .Where(path => Regex.IsMatch(File.ReadAllText(path), "<AdditionalFiles[^>]*Remove|RS0030|RunAnalyzers|TreatWarningsAsErrors|<NoWarn"))
        .Select(path => Path.GetFileName(path))
        .ShouldKeep("library projects keep the analyzers, the banned symbols and warnings as errors");

    [Fact]
    [Trait("Check", "XC-10")]
    public void SourceFile_SystemClock_IsNamedOnlyByTheCompositionRoot()
    {
        var lifted = SourceTree.Files
            .Where(file => file.Text.Any(line => line.Contains("RS0030", StringComparison.Ordinal)))
            .Select(file => (file.Path, Lines: file.Text.Count(line => line.Contains("RS0030", StringComparison.Ordinal))))
            .ToList();

        lifted.Where(file => file.Lines > 2 || !Path.GetFileName(file.Path).StartsWith("CrmServiceCollectionExtensions", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldKeep("only AddCrm lifts a banned symbol, once, to register the system clock as the default");
    }

    [Fact]
    [Trait("Check", "XC-10")]
    public void Package_MethodBodies_ReadNoWallClock() => House.Packages
        .SelectMany(package => Metadata.AssemblyScan.Of(package).Members)
        .Where(use => (use.Owner.FullName, use.Used) is ("System.DateTime" or "System.DateTimeOffset", "get_Now" or "get_UtcNow" or "get_Today")
            or ("System.TimeProvider", "get_System") or ("System.Guid", "NewGuid" or "CreateVersion7") or ("System.Diagnostics.Stopwatch", _) or ("System.Environment", "get_TickCount" or "get_TickCount64")
            || (use is { Owner.FullName: "NodaTime.SystemClock", Used: "get_Instance" } && !use.User.Name.StartsWith("CrmServiceCollectionExtensions", StringComparison.Ordinal)))
        .Select(use => use.ToString())
        .ShouldKeep("all time comes from the injected clock, all ids from it too");
}
