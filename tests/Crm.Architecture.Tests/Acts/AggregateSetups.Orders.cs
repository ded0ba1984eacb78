using Crm.Domain.Criteria;
using Crm.Domain.Orders;
using Crm.Domain.Values;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of orders.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Orders =>
    [
        AggregateSetup.Of(() => new Order(
                OrderId.New(s_now), OrderNumber.From(1), s_customer, [new PricedLine("SKU-1", "Kettle", 2, new Money(30, Currency.Eur))], s_now, s_day))
            .Before<Order>(nameof(Order.CanDeliver), _ => [s_half])
            .Before<Order>(nameof(Order.Deliver), _ => [s_half, "T-1", s_now])
            .Before<Order>(nameof(Order.CanCancelLines), _ => [s_half])
            .Before<Order>(nameof(Order.CancelLines), _ => [s_half, s_now, s_day])
            .Before<Order>(nameof(Order.CanReturn), o =>
            {
                o.Complete(s_now);
                return [1, 1m];
            })
            .Before<Order>(nameof(Order.Return), o =>
            {
                o.Complete(s_now);
                return [1, 1m, s_now, s_day];
            }),
        AggregateSetup.Of(() => new PriceList(PriceListId.New(s_now), new PriceListDetails("summer", "Summer", Currency.Eur), s_now))
            .Before<PriceList>(nameof(PriceList.Change), _ => [new PriceListDetails("summer", "Summer sale", Currency.Eur) { ValidUntil = s_day, IsDefault = true }, s_now])
            .Before<PriceList>(nameof(PriceList.CanPrice), _ => [Currency.Eur, s_day])
            .Before<PriceList>(nameof(PriceList.CanRemovePrice), l =>
            {
                l.SetPrice("KETTLE", new Money(25, Currency.Eur), 10, s_now);
                return ["KETTLE", 10m];
            })
            .Before<PriceList>(nameof(PriceList.RemovePrice), l =>
            {
                l.SetPrice("KETTLE", new Money(25, Currency.Eur), 10, s_now);
                return ["KETTLE", 10m, s_now];
            }),
        AggregateSetup.Of(() => new PriceAgreement(PriceAgreementId.New(s_now), s_customer, new AgreedPrice("KETTLE", new Money(20, Currency.Eur)), s_now)),
        AggregateSetup.Of(() => new StockItem(StockItemId.New(s_now), "KETTLE", 10, s_now))
            .Before<StockItem>(nameof(StockItem.Correct), _ => [9m, "Counted", s_now]),
        AggregateSetup.Of(() => new Subscription(
                SubscriptionId.New(s_now), SubscriptionNumber.From(1), new NewSubscription(s_customer, "TEA", 1) { MaxPeriods = 1 }, new PricedLine("TEA", "Tea", 1, new Money(10, Currency.Eur)), s_day, s_now))
            .Before<Subscription>(nameof(Subscription.CanEnd), s => s.Renew(OrderId.New(s_now), s_now))
            .Before<Subscription>(nameof(Subscription.End), s => s.Renew(OrderId.New(s_now), s_now))
            .Before<Subscription>(nameof(Subscription.CanResume), s => s.Pause(s_day, s_now))
            .Before<Subscription>(nameof(Subscription.Resume), s => s.Pause(s_day, s_now)),
        AggregateSetup.Of(() => new Product(ProductId.New(s_now), "SKU-1", "Kettle", new Money(30, Currency.Eur), s_now))
            .Before<Product>(nameof(Product.Compose), _ => [new[] { new BundleComponent("CUP", 6) }, s_now]),
    ];
}
