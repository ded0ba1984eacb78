using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Purchases;

/// <summary>Small logs, written by hand and generated.</summary>
internal static class LogSamples
{
    public static readonly LocalDate Start = new(2026, 1, 1);

    /// <summary>Rows over few customers, days and orders, so that ties and returns happen often.</summary>
    public static Arbitrary<PurchaseRow[]> Rows { get; } = (
        from customer in Gen.Choose(-3, 8)
        from day in Gen.Choose(0, 40)
        from cents in Gen.Choose(-500, 3000)
        from order in Gen.Choose(0, 12)
        select new PurchaseRow(
            customer,
            Start.PlusDays(day),
            cents / 100m,
            cents < 0 ? -1 : 1,
            Order: order == 0 ? default(PurchaseKey) : $"O{order}")).ArrayOf().ToArbitrary();

    public static PurchaseRow Row(PurchaseKey customer, int day, decimal amount, PurchaseKey order = default) =>
        new(customer, Start.PlusDays(day), amount, Order: order);

    public static CustomerSummaries Summarise(params PurchaseRow[] rows) => CustomerSummaries.From(PurchaseLog.From(rows));

    public static CustomerSummaries Summarise(SummaryOptions options, params PurchaseRow[] rows) =>
        CustomerSummaries.From(PurchaseLog.From(rows), options);

    /// <summary>Everything a log says, to compare two.</summary>
    public static object Describe(PurchaseLog log) => new
    {
        Customers = log.Customers.ToArray(),
        Orders = log.Orders.ToArray(),
        RowStarts = log.RowStarts.ToArray(),
        Days = log.Days.ToArray(),
        Amounts = log.Amounts.ToArray(),
        Quantities = log.Quantities.ToArray(),
        OrderPositions = log.OrderPositions.ToArray(),
        log.ReturnRowCount,
        log.TotalAmount,
        log.Window,
    };

    public static PurchaseSummary[] All(CustomerSummaries summaries) =>
        [.. Enumerable.Range(0, summaries.Count).Select(customer => summaries[customer])];
}
