using Crm.Analytics.Lifetime;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/products-prices-subscriptions.md.</summary>
internal static class ProductsGuide
{
    // docs: products-prices
    /// <summary>A bundle, a list for dealers with a price from ten pieces, and stock. The caller saves.</summary>
    public static async Task PrepareAsync(Products products, PriceBook prices, Stockroom stock, ICrmUnitOfWork work, CustomerId dealer)
    {
        Money Eur(decimal amount) => new(amount, Currency.Eur);
        _ = (await products.AddAsync("KETTLE", "Kettle", Eur(30), cost: Eur(12.5m))).Value;
        _ = (await products.AddAsync("CUP", "Cup", Eur(5))).Value;
        _ = (await products.AddAsync("SET", "Tea for six", Eur(50))).Value;
        _ = (await prices.AddAsync(new PriceListDetails("dealer", "Dealers", Currency.Eur))).Value;
        (await work.SaveAsync()).ThrowIfFailed();

        _ = (await products.ComposeAsync("SET", [new("KETTLE", 1), new("CUP", 6)])).Value;
        _ = (await prices.SetPriceAsync("dealer", "KETTLE", Eur(25), from: 10)).Value;
        _ = (await prices.AgreeListAsync(dealer, "dealer")).Value;
        _ = (await stock.KeepAsync("KETTLE", onHand: 40)).Value;
    }
    // docs: end

    // docs: products-explain
    public static async Task<string> WhyAsync(PriceBook prices, CustomerId customer)
    {
        var price = (await prices.ExplainAsync("KETTLE", 12, customerId: customer)).Value;
        return $"{price.Price} by {price.Explanation.Source} {price.Explanation.PriceList} from {price.Explanation.From:0}";
    }
    // docs: end

    // docs: products-deliver
    /// <summary>Two of three go out, one comes back, the third is cancelled: the customer bought one.</summary>
    public static async Task<NetPurchase> DeliverAsync(OrderBook orders, ICrmUnitOfWork work, CustomerId customer)
    {
        var order = (await orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("KETTLE", 3)]) { ExternalId = "web:4711" })).Value;
        _ = (await orders.DeliverAsync(order.Id, [new(1, 2)], reference: "Parcel 17")).Value;
        _ = (await orders.ReturnAsync(order.Id, lineNumber: 1, quantity: 1)).Value;
        _ = (await orders.CancelLinesAsync(order.Id, order.OpenLines())).Value;
        (await work.SaveAsync()).ThrowIfFailed();
        return (await orders.PurchasesAsync(customer)).Single();
    }
    // docs: end

    // docs: products-subscribe
    /// <summary>A cup each month until it is cancelled; the first one today. The caller saves.</summary>
    public static async Task<Subscription> SubscribeAsync(Subscriptions subscriptions, CustomerId customer)
    {
        var started = (await subscriptions.StartAsync(new NewSubscription(customer, "CUP", PeriodMonths: 1))).Value;
        _ = (await subscriptions.ChangePriceAsync(started.Id, new Money(6, Currency.Eur))).Value;   // from the next period on
        return started;
    }
    // docs: end

    // docs: products-contracts
    /// <summary>How likely a contract is renewed once more after so many renewals.</summary>
    public static async Task<ModelFit<ShiftedBetaGeometric>> LearnAsync(Subscriptions subscriptions) =>
        ShiftedBetaGeometric.Fit(ContractTable.FromCohorts(await subscriptions.CohortsAsync(periodMonths: 1)));
    // docs: end
}
