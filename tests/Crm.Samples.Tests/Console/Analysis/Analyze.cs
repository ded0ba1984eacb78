using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Runs <c>crm analyze</c> on purchases of the world.</summary>
internal static class Analyze
{
    public static readonly string Purchases = RepositoryRoot.Combine("samples/data/purchases.csv");

    /// <summary>How the files of Online Retail name things, and what a clean-up of them leaves out.</summary>
    public static readonly string[] RetailOptions =
        ["--map", "order=invoice,product=stock,quantity=qty,date=ts", "--returns", "ignore", "--min-price", "0.001", "--as-of", "2011-12-10"];

    public static string[] RetailFiles() =>
        [TestData.Require("analytics/online_retail_part1.csv.gz"), TestData.Require("analytics/online_retail_part2.csv.gz")];

    public static Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(Path.GetTempPath(), ["analyze", .. args]);

    public static Task<CrmRun> RunAsync(params string[] args) => CrmRun.RunAsync(Path.GetTempPath(), ["analyze", .. args]);

    /// <summary>Writes a small file and gives its path.</summary>
    public static string Write(this TemporaryFolder folder, string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    public static double Number(this JsonElement json, string name) => json.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    public static JsonElement Of(this JsonElement json, string name) => json.GetProperty(name);

    /// <summary>The row of a customer in a list.</summary>
    public static JsonElement Customer(this JsonElement json, string customer) =>
        json.GetProperty("perCustomer").EnumerateArray().Single(c => c.GetProperty("customer").GetString() == customer);
}
