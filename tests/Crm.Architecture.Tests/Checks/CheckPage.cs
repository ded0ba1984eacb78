using System.Globalization;
using System.Text;

namespace Crm.Architecture.Tests.Checks;

/// <summary>The page that says which tests prove which check.</summary>
internal static class CheckPage
{
    public static string Text()
    {
        var proofs = Proof.All.ToLookup(proof => proof.Check, StringComparer.Ordinal);
        var proven = Check.All.Count(check => proofs[check.Id].Any());
        var page = new StringBuilder();
        page.Append("# Checks\n\n");
        page.Append("What the library must do, and the tests that prove it. Generated from the tests' `Check` traits; do not edit ");
        page.Append("(`CRM_ACCEPT=1 dotnet test tests/Crm.Architecture.Tests` writes it anew). ");
        page.Append("Tests of `Crm.Persistence.Specification` run on SQLite and on PostgreSQL.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{proven} of {Check.All.Count} checks have tests.\n");
        foreach (var area in Check.All.GroupBy(check => check.Area))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n| Check | What is true | Tests |\n|---|---|---|\n");
            foreach (var check in area)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {check.Id} | {check.Title} | {Tests(proofs[check.Id])} |\n");
            }
        }

        return page.ToString();
    }

    private static string Tests(IEnumerable<Proof> proofs) => string.Join("<br>", proofs
        .GroupBy(proof => proof.Project)
        .OrderBy(project => project.Key, StringComparer.Ordinal)
        .Select(project => $"{project.Key}: {string.Join(", ", project.Select(proof => $"`{proof.Test}`").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}"));
}
