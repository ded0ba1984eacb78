using Crm.Analytics.Purchases;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads the purchases of an analysis from files or from the database.</summary>
internal static class PurchaseInputs
{
    public static async Task<PurchaseInput> ReadAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        if (request.Files.Length > 0)
        {
            return ReadFiles(request);
        }

        await using var host = await CrmHost.OpenAsync(request.Database, cancellationToken);
        await using var session = host.Begin(Terminal.Agent);
        return await ReadAsync(session, request, cancellationToken);
    }

    public static async Task<PurchaseInput> ReadAsync(CrmSession session, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var builder = new PurchaseLogBuilder();
        var (read, cheap, returns, currency) = (0, 0, 0, request.Currency);
        await foreach (var fact in session.Get<IPurchaseQueries>().StreamAsync(null, cancellationToken))
        {
            if (request.Currency is not null && fact.Amount.Currency != request.Currency)
            {
                continue;
            }

            read++;
            CheckCurrency(fact.Amount.Currency, currency ??= fact.Amount.Currency);
            if (request.Returns == ReturnPolicy.Ignore && (fact.Amount.IsNegative || fact.Quantity < 0))
            {
                returns++;
            }
            else if (fact.Quantity != 0 && fact.Amount.Amount / fact.Quantity < request.MinPrice)
            {
                cheap++;
            }
            else
            {
                builder.Add(PurchaseRow.From(fact));
            }
        }

        return new PurchaseInput(builder.Build, read, 0, cheap, returns) { Currency = currency?.Code };
    }

    private static PurchaseInput ReadFiles(AnalysisRequest request)
    {
        var collector = new PurchaseCollector(request);
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            if (request.Format == PurchaseFormat.Cdnow)
            {
                CdnowFile.Read(source, collector.Add);
            }
            else
            {
                PurchaseFile.Read(source, request.Columns, collector.Add);
            }
        }

        return collector.ToInput();
    }

    private static void CheckCurrency(Currency found, Currency first)
    {
        if (found != first)
        {
            throw CommandFailure.Refused("SeveralCurrencies", $"The purchases are in {first} and {found}, which do not add up. Choose one with --currency.", "currency");
        }
    }
}
