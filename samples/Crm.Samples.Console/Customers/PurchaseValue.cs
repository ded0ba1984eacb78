using Crm.Analytics.Purchases;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Samples.Console.Customers;

/// <summary>What one customer bought in one currency.</summary>
internal sealed record PurchaseValue(string Currency, decimal Total, int Orders, int PurchaseDays, LocalDate? First, LocalDate? Last)
{
    public static IReadOnlyList<PurchaseValue> Of(IEnumerable<PurchaseFact> facts) =>
        [.. facts.GroupBy(f => f.Amount.Currency).OrderBy(g => g.Key).Select(g => Of(g.Key, g))];

    private static PurchaseValue Of(Currency currency, IEnumerable<PurchaseFact> facts)
    {
        var summary = CustomerSummaries.From(PurchaseLog.From(facts.Select(ToRow)))[0];
        return new PurchaseValue(currency.Code, summary.Total, summary.Orders, summary.PurchaseDays, summary.FirstDay, summary.LastDay);
    }

    private static PurchaseRow ToRow(PurchaseFact fact) =>
        new(fact.CustomerId.Value, fact.PurchasedOn, fact.Amount.Amount, fact.Quantity, fact.Sku, fact.OrderId.Value, fact.Cost?.Amount);
}
