using System.Text.Json;
using Crm.Testing;
using Crm.Testing.PostgreSql;

namespace Crm.Samples.Tests.Console;

/// <summary>Purchases in a database give the figures that the same purchases in a file give.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-10")]
    public Task Sqlite_GivesTheFiguresOfTheFile() => CompareAsync(_folder.File("shop.db"));

    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task PostgreSql_GivesTheFiguresOfTheFile() => await CompareAsync(await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync());

    private async Task CompareAsync(string database)
    {
        // A hundred customers of the sample; days make the orders on both sides.
        var rows = await File.ReadAllLinesAsync(Analyze.Purchases);
        var customers = rows.Skip(1).Select(r => r.Split(',')[0]).Distinct().Take(100).ToHashSet();
        var file = _folder.Write("purchases.csv", string.Join('\n', rows.Take(1).Concat(rows.Skip(1).Where(r => customers.Contains(r.Split(',')[0])))));
        await CrmRun.JsonAsync(_folder.Path, "import", "purchases", file, "--currency", "USD", "--db", database);
        foreach (var analysis in new[] { "summary", "intervals", "lifetime", "retention", "survival", "seasonality", "profit" })
        {
            string[] cut = ["--as-of", "1998-05-31", "--returns", "ignore", "--top", "1", "--threads", "1"];
            var (stored, read) = (
                await CrmRun.JsonAsync(_folder.Path, ["analyze", analysis, "--db", database, .. cut]),
                await CrmRun.JsonAsync(_folder.Path, ["analyze", analysis, file, .. cut]));
            Figures(stored).Should().Be(Figures(read), analysis);
        }
    }

    // Keys are those of the database, products and orders it has from the import; time differs from run to run.
    private static string Figures(JsonElement json) => string.Join('\n', json.EnumerateObject()
        .Where(p => p.Name is "customers" or "purchases" or "revenue" or "sums" or "asOf" or "repeatIntervals" or "meanDays" or "medianDays" or "p90Days" or "regularity"
            or "parameters" or "logLikelihood" or "spend" or "expectedPurchases" or "lifetimeValue" or "cohorts" or "curves" or "series" or "total" or "sales")
        .Select(p => $"{p.Name}: {(p.Value.ValueKind == JsonValueKind.Number ? p.Value.GetDouble().ToString("G10", System.Globalization.CultureInfo.InvariantCulture) : p.Value.GetRawText())}"));
}
