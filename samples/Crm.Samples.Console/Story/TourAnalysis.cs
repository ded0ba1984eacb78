using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Samples.Console.Analysis;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The last chapter: what the customer is worth, out of every purchase in the database.</summary>
internal static class TourAnalysis
{
    private const double HorizonWeeks = 52;

    public static async Task<TourValue> ValueAsync(CrmHost host, Actor agent, CustomerId customer, LocalDate asOf, CancellationToken cancellationToken)
    {
        var request = new AnalysisRequest
        {
            Files = [], Database = "", Format = PurchaseFormat.Csv, Columns = ColumnMap.Parse(null, []), AsOf = asOf,
        };
        await using var session = host.Begin(agent);
        var input = await PurchaseInputs.ReadAsync(session, request, cancellationToken);
        var summaries = ObservedLog.Build(input, request).Summarise(request);
        var scores = Rfm.Score(summaries);
        var lifetime = LifetimeFigures.Fit(SummarisedCustomers.From(input, request, TimeUnit.Week), new LifetimeQuestion("bgnbd", HorizonWeeks));
        var row = summaries.Customers.Find(customer.Value);
        return new TourValue(
            lifetime.Model.ProbabilityAlive[row], lifetime.Expected[row], lifetime.Values[row], lifetime.Forecast(row)?.Expected, HorizonWeeks, summaries[row].Frequency, summaries[row].Total,
            scores.Scores[row].Cell, scores.SegmentOf(row), asOf);
    }
}
