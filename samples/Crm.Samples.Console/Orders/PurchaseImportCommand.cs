using System.CommandLine;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm import purchases FILE…</c>.</summary>
internal static class PurchaseImportCommand
{
    private static readonly Dictionary<string, PurchaseFormat> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csv"] = PurchaseFormat.Csv,
        ["cdnow"] = PurchaseFormat.Cdnow,
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Purchase files; - for stdin.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "csv or cdnow", DefaultValueFactory = _ => "csv" };
        var map = new Option<string?>("--map") { Description = $"Rename columns: name=column,… of {string.Join(", ", PurchaseFile.Names)}." };
        var currency = new Option<string>("--currency") { Description = "Currency of the amounts.", DefaultValueFactory = _ => "EUR" };
        return new Command("purchases", "Import purchases; customers that are missing are created, rows imported before are skipped.")
            .With(files, format, map, currency, CustomerImportCommand.SystemName)
            .Does(async (run, token) =>
            {
                var money = Currency.TryFromCode(run.Get(currency)?.ToUpperInvariant(), out var found)
                    ? found
                    : throw CommandFailure.Usage($"--currency {run.Get(currency)}: an ISO 4217 code such as EUR is expected.");
                var system = CustomerImportCommand.SystemOf(run);
                var columns = ColumnMap.Parse(run.Get(map), PurchaseFile.Names);
                var lines = Read(run.Get(files), (run.Get(format) ?? "").OneOf("--format", s_formats), columns);
                await using var host = await CrmHost.OpenAsync(run.Database, token);
                var import = new PurchaseImport(host, Terminal.Agent, system, money);
                var result = await ProgressDisplay.RunAsync("Purchases", progress => import.RunAsync(lines, progress, token));
                run.Output.Write(result, report => report.Fields(
                    ("Rows read", result.Read), ("Without a customer, left out", result.RowsWithoutCustomer), ("Orders made", result.Orders),
                    ("Orders skipped, imported before", result.Skipped), ("Customers created", result.CustomersCreated)));
            });
    }

    private static List<PurchaseLine> Read(string[] files, PurchaseFormat format, ColumnMap columns)
    {
        var lines = new List<PurchaseLine>();
        foreach (var source in files.Select(TextSource.Of))
        {
            void Add(PurchaseLine line)
            {
                PurchaseImport.Check(source.Name, line);
                lines.Add(line);
            }

            if (format == PurchaseFormat.Cdnow)
            {
                CdnowFile.Read(source, Add);
            }
            else
            {
                PurchaseFile.Read(source, columns, Add);
            }
        }

        return lines;
    }
}
