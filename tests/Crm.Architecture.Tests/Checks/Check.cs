using Crm.Testing;

namespace Crm.Architecture.Tests.Checks;

/// <summary>One thing that the library must do.</summary>
internal sealed record Check(string Id, string Area, string Title)
{
    /// <summary>All of them, in the order of checks.tsv.</summary>
    public static IReadOnlyList<Check> All { get; } =
    [
        .. File.ReadLines(RepositoryRoot.Combine("tests/Crm.Architecture.Tests/checks.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Check(cells[0], cells[1], cells[2])),
    ];
}
