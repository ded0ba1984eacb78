using System.CommandLine;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm import customers FILE</c>.</summary>
internal static class CustomerImportCommand
{
    public static readonly Option<string> SystemName = new("--system")
    {
        Description = "Name of the system that the ids belong to; at most 32 characters.",
        DefaultValueFactory = _ => "import",
    };

    private static readonly Dictionary<string, string> s_layouts = new(StringComparer.OrdinalIgnoreCase) { ["auto"] = "crm", ["crm"] = "crm" };
    private static readonly Dictionary<string, string> s_duplicates = new(StringComparer.OrdinalIgnoreCase) { ["skip"] = "skip" };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Delimited text with a header, optionally gzip; - for stdin." };
        var layout = new Option<string>("--layout") { Description = "auto or crm", DefaultValueFactory = _ => "auto" };
        var duplicates = new Option<string>("--on-duplicate") { Description = "What to do with an id that is known: skip", DefaultValueFactory = _ => "skip" };
        var rehearsal = new Option<bool>("--dry-run") { Description = "Say what would happen and change nothing." };
        var map = new Option<string?>("--map") { Description = $"Rename columns: name=column,… of {string.Join(", ", CustomerFile.Names)}." };
        return new Command("customers", "Import customers; those whose id is known are skipped.").With(file, layout, duplicates, rehearsal, map, SystemName).Does(async (run, token) =>
        {
            (run.Get(layout) ?? "").OneOf("--layout", s_layouts);
            (run.Get(duplicates) ?? "").OneOf("--on-duplicate", s_duplicates);
            var system = SystemOf(run);
            var columns = ColumnMap.Parse(run.Get(map), CustomerFile.Names);
            var rows = CustomerFile.Read(TextSource.Of(run.Get(file)), columns, system);
            await using var host = await CrmHost.OpenAsync(run.Database, token);
            var import = new CustomerImport(host, Terminal.Agent, system);
            var result = await ProgressDisplay.RunAsync("Customers", progress => import.RunAsync(rows, run.Get(rehearsal), progress, token));
            run.Output.Write(result, report => Print(report, result, run.Get(rehearsal)));
        });
    }

    public static string SystemOf(Run run) => run.Get(SystemName)?.Trim() is { Length: > 0 and <= 32 } system && !system.Contains(':', StringComparison.Ordinal)
        ? system
        : throw CommandFailure.Usage("--system: a name of 1 to 32 characters without a colon is expected.");

    private static void Print(Report report, CustomerImportResult result, bool isRehearsal)
    {
        report.Line(isRehearsal ? "Nothing was changed. An import would have this result:" : null).Fields(
            ("Read", result.Read), ("Created", result.Created), ("Skipped, known already", result.Skipped), ("Rejected", result.Rejected.Count));
        if (result.Rejected.Count > 0)
        {
            report.Table(["Row", "Column", "Reason", "Code"], result.Rejected.Select(r => new object?[] { r.Row, r.Column, r.Message, r.Code }));
        }
    }
}
