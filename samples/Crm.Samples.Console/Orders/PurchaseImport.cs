using System.Runtime.CompilerServices;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Orders;

/// <summary>Imports purchases of another system: first the customers that are missing, then every purchase in one transaction.</summary>
internal sealed class PurchaseImport(CrmHost host, Actor actor, string system, Currency currency)
{
    public async Task<PurchaseImportSummary> RunAsync(IReadOnlyList<PurchaseLine> lines, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var named = lines.Where(l => l.Customer is not null).ToList();
        var ids = named.Select(l => l.Customer!).Distinct(StringComparer.Ordinal).ToList();
        var customers = await RegisterAsync(ids, cancellationToken);
        progress.Report(0);
        await using var session = host.Begin(actor);
        var known = await session.Get<ICustomerQueries>().FindByReferencesAsync(system, ids, cancellationToken);
        var imported = await session.Orders.ImportAsync(system, RowsAsync(named, known, cancellationToken), cancellationToken).OrFail();
        return new PurchaseImportSummary(lines.Count, imported.Rows, imported.Orders, imported.Skipped, customers.Created, lines.Count - named.Count);
    }

    /// <summary>A row that the CRM would not take, found before anything is written.</summary>
    public static void Check(string file, PurchaseLine line)
    {
        if (Math.Sign(line.Quantity) * Math.Sign(line.Amount) < 0)
        {
            throw CommandFailure.Input("SignsDiffer", "Quantity and amount have different signs; a return has both below zero.", file, line.Row, "amount");
        }

        if (line.Customer is { Length: > ExternalReference.MaxValueLength })
        {
            throw CommandFailure.Input("InvalidValue", $"A customer's id has at most {ExternalReference.MaxValueLength} characters.", file, line.Row, "customer");
        }
    }

    // Until somebody says who they are, customers are called after their id.
    private async Task<CustomerImportResult> RegisterAsync(List<string> ids, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(actor);
        var rows = ids.Select((id, i) => new CustomerImportRow(i + 2, [id, $"Customer {(id.Length <= 80 ? id : id[..80])}"])).ToAsyncEnumerable();
        var file = new CustomerImportFile("customers of purchases", Guid.CreateVersion7().ToString(), ["id", "familyName"])
        {
            Layout = CustomerLayout.Of("purchases", [new LayoutColumn("id", "id"), new LayoutColumn("familyName", "familyName")]),
        };
        var registered = await session.Get<CustomerImporter>().ImportAsync(
            file, rows, new CustomerImportOptions { System = system, OnDuplicate = DuplicatePolicy.Skip }, cancellationToken: cancellationToken).OrFail();
        return registered.Rejected is [var rejection, ..] ? throw CommandFailure.Refused(rejection.Code, rejection.Message, "customer") : registered;
    }

    private async IAsyncEnumerable<ImportedPurchase> RowsAsync(
        List<PurchaseLine> lines, IReadOnlyDictionary<string, CustomerId> customers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ImportedPurchase(customers[line.Customer!], line.Day, line.Quantity, new Money(line.Amount, currency))
            {
                Sku = line.Product, OrderId = line.Order, Cost = line.Cost is { } cost ? new Money(cost, currency) : null,
            };
        }

        await Task.CompletedTask;
    }
}
