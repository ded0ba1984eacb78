using Crm.Analytics.Insights;
using Crm.Analytics.Segmentation;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The last chapter: what the customer is worth, out of every purchase in the database, as the refresh writes it.</summary>
internal static class TourAnalysis
{
    public const int HorizonWeeks = 52;

    /// <summary>The same figures as those of <c>crm analyze lifetime</c> and <c>crm analyze rfm</c> with what they do by default.</summary>
    public static void Settle(InsightOptions options) => (options.Currency, options.Model, options.HorizonDays, options.Rfm) =
        (Currency.Usd, InsightModelKind.BetaGeometricNbd, HorizonWeeks * 7, new RfmOptions());

    public static async Task<CustomerInsight> ValueAsync(CrmHost host, Actor agent, CustomerId customer, LocalDate asOf, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(agent);
        await session.Get<InsightRefresh>().RunAsync(new InsightRequest(asOf) { RaisesEvents = false }, cancellationToken).OrFail();
        var found = await session.Get<CustomerInsights>().FindAsync(customer, cancellationToken);
        return found!.Figures;
    }
}
