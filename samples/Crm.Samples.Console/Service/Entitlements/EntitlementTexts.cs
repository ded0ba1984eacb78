using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Entitlements;

/// <summary>How entitlements are read from the command line and printed.</summary>
internal static class EntitlementTexts
{
    public static readonly Option<string> From = new("--from") { Description = "The first day.", Required = true };
    public static readonly Option<string> Until = new("--until") { Description = "The last day.", Required = true };
    public static readonly Option<decimal> Amount = new("--amount") { Description = "How much more.", Required = true };

    public static LocalDate Day(Run run, Option<string> option) =>
        Cells.ParseDay(run.Get(option)!) ?? throw CommandFailure.Usage($"{option.Name} {run.Get(option)}: a date such as 2026-12-31 is expected.");

    public static void Print(Run run, Entitlement found) => run.Output.Write(Document(found), report => Fields(report, found));

    public static object Document(Entitlement found) => new
    {
        found.Id, found.CustomerId, found.Contract, Product = found.Sku, found.Unit, CountOn = found.Decrease, found.WhenExhausted, found.Total, found.Used, found.Remaining, found.Excess,
        From = found.ValidFrom, Until = found.ValidUntil, found.Status, RenewalOf = found.RenewalOfId, found.Version,
    };

    public static Report Fields(Report report, Entitlement found) => report.Fields(
    [
        ("Id", found.Id),
        ("Customer", found.CustomerId),
        ("Contract", found.Contract),
        ("Product", found.Sku),
        ("Counts", found.Unit == EntitlementUnit.Cases ? $"{found.Unit}, on {found.Decrease}" : found.Unit),
        ("Total", found.Total),
        ("Left", found.Remaining),
        ("Excess", found.Excess == 0 ? null : found.Excess),
        ("Period", $"{found.ValidFrom.ToString("uuuu-MM-dd", null)} – {found.ValidUntil.ToString("uuuu-MM-dd", null)}"),
        ("Status", found.Status),
    ]);
}
