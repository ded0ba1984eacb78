using Crm.Domain.Orders;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Orders;

/// <summary>What an order takes from catalogue, stock and rates, and what it refuses.</summary>
public class OrderPlacementTests
{
    private readonly Shop _shop = new();

    [Fact]
    [Trait("Check", "OR-01")]
    public async Task Place_PricesOfTheCatalogue_AreExplainedOnTheLine()
    {
        _shop.Prices.Add(new PriceCandidate("KETTLE", 10, Eur(25), PriceSource.DefaultList, "summer", null, null));

        var order = await PlaceAsync(new NewOrderLine("KETTLE", 6), new NewOrderLine("KETTLE", 4), new NewOrderLine("CUP", 1), new NewOrderLine("CUP", 1) { UnitPrice = Eur(1) });

        order.Lines.Select(l => (l.UnitPrice.Amount, l.PriceSource, l.PriceList, l.PriceFrom)).Should().Equal(
            (25m, PriceSource.DefaultList, "summer", 10m), (25m, PriceSource.DefaultList, "summer", 10m), (4.99m, PriceSource.Product, null, 0m), (1m, null, null, null));
    }

    [Fact]
    [Trait("Check", "OR-01")]
    public async Task Place_ABundle_CountsEachProductAndTheRevenueOnce()
    {
        _shop.Products.Add("SET", new CatalogProduct("SET", "Tea for six", Eur(50)) { Components = [new("KETTLE", 1), new("CUP", 6)] });

        var order = await PlaceAsync(new NewOrderLine("SET", 2), new NewOrderLine("CUP", 1));

        order.Lines.Select(l => (l.Sku, l.BundleSku, l.Quantity)).Should().Equal(("KETTLE", "SET", 2m), ("CUP", "SET", 12m), ("CUP", null, 1m));
        (order.Total.Amount, order.Facts.Sum(f => f.Amount.Amount)).Should().Be((104.99m, 104.99m));
        order.Facts.GroupBy(f => f.Sku).ToDictionary(g => g.Key!, g => g.Sum(f => f.Quantity)).Should().BeEquivalentTo(new Dictionary<string, decimal> { ["KETTLE"] = 2, ["CUP"] = 13 });
    }

    [Fact]
    [Trait("Check", "OR-04")]
    public async Task Place_InAnotherCurrency_FreezesTheBaseAmountOfTheDay()
    {
        _shop.Products["GUIDE"] = new CatalogProduct("GUIDE", "Guide", new Money(9.99m, Currency.Usd));
        _shop.Rates[Currency.Usd] = new BaseRate(Currency.Eur, 0.9m);

        var order = await PlaceAsync(new NewOrderLine("GUIDE", 3));
        _shop.Rates[Currency.Usd] = new BaseRate(Currency.Eur, 2);
        (await _shop.Orders.CompleteAsync(order.Id)).WithoutValue().ThrowIfFailed();
        (await _shop.Orders.ReturnAsync(order.Id, 1, 1)).WithoutValue().ThrowIfFailed();

        (order.Total, order.BaseTotal).Should().Be((new Money(29.97m, Currency.Usd), Eur(26.97m)));
        order.Facts.Select(f => (f.Amount.Amount, f.BaseAmount!.Amount)).Should().Equal((29.97m, 26.97m), (-9.99m, -8.99m));
        (await _shop.Orders.ReturnAsync(order.Id, 1, 2)).WithoutValue().ThrowIfFailed();
        order.Facts.Sum(f => f.BaseAmount!.Amount).Should().Be(0);
        (await PlaceAsync(new NewOrderLine("CUP", 1))).BaseTotal.Should().BeNull("no rate is known for it");
    }

    [Fact]
    [Trait("Check", "OR-01")]
    public async Task Stock_FollowsTheOrder()
    {
        var stock = new StockItem(StockItemId.New(_shop.Clock.Now), "KETTLE", 10, _shop.Clock.Now);
        _shop.Stock.Add(stock);
        var order = await PlaceAsync(new NewOrderLine("KETTLE", 4), new NewOrderLine("KETTLE", 2), new NewOrderLine("CUP", 1));
        Stands(10, 6);

        (await _shop.Orders.DeliverAsync(order.Id, [new(1, 3), new(3, 1)])).WithoutValue().ThrowIfFailed();
        Stands(7, 3);
        (await _shop.Orders.CancelLinesAsync(order.Id, [new(2, 2)])).WithoutValue().ThrowIfFailed();
        Stands(7, 1);
        (await _shop.Orders.CompleteAsync(order.Id)).WithoutValue().ThrowIfFailed();
        Stands(6, 0);
        (await _shop.Orders.ReturnAsync(order.Id, 1, 1)).WithoutValue().ThrowIfFailed();
        Stands(6, 0);

        var other = await PlaceAsync(new NewOrderLine("KETTLE", 6));
        await Refused("StockExhausted", new NewOrder(_shop.Customer(), [new NewOrderLine("KETTLE", 0.5m)]));
        (await _shop.Orders.CancelAsync(other.Id)).WithoutValue().ThrowIfFailed();
        Stands(6, 0);

        void Stands(decimal onHand, decimal reserved) => (stock.OnHand, stock.Reserved).Should().Be((onHand, reserved));
    }

    [Fact]
    public async Task Stock_KeptSinceAfterTheOrder_IsNotTouchedByIt()
    {
        var order = await PlaceAsync(new NewOrderLine("KETTLE", 4));
        _shop.Stock.Add(new StockItem(StockItemId.New(_shop.Clock.Now), "KETTLE", 10, _shop.Clock.Now));

        (await _shop.Orders.CompleteAsync(order.Id)).WithoutValue().ThrowIfFailed();

        (_shop.Stock[0].OnHand, _shop.Stock[0].Reserved).Should().Be((10m, 0m));
    }

    [Fact]
    public async Task Place_UnderTheSameKey_IsTheSameOrderOrRefused()
    {
        var asked = new NewOrder(_shop.Customer(), [new NewOrderLine("KETTLE", 2)]) { ExternalId = "web:1" };
        var order = (await _shop.Orders.PlaceAsync(asked)).Value;

        (await _shop.Orders.PlaceAsync(asked with { Lines = [new NewOrderLine("KETTLE", 2.00m)] })).Value.Should().BeSameAs(order);
        await Refused("OrderKeyReused", asked with { Lines = [new NewOrderLine("KETTLE", 3)] });
        await Refused("OrderKeyReused", asked with { Lines = [new NewOrderLine("KETTLE", 2) { UnitPrice = Eur(30) }] });
        await Refused("OrderKeyReused", asked with { Lines = [new NewOrderLine("KETTLE", 2), new NewOrderLine("CUP", 1)] });
        await Refused("AlreadyExists", asked with { CustomerId = _shop.Customer() });
    }

    [Fact]
    public async Task Place_BadInput_IsACodedErrorAndKeepsNothing()
    {
        _shop.Products["GUIDE"] = new CatalogProduct("GUIDE", "Guide", new Money(9.99m, Currency.Usd));
        var customer = _shop.Customer();

        await Refused("InvalidValue", new NewOrder(customer, [new NewOrderLine("KETTLE", 1), new NewOrderLine("GUIDE", 1)]));
        await Refused("PriceNotFound", new NewOrder(customer, [new NewOrderLine("KETTLE", 1), new NewOrderLine("GUIDE", 1)]) { Currency = Currency.Eur });
        await Refused("PriceNotFound", new NewOrder(customer, [new NewOrderLine("KETTLE", 1)]) { Currency = Currency.Usd });
        await Refused("InvalidValue", new NewOrder(customer, [new NewOrderLine("KETTLE", 1), new NewOrderLine("CUP", 1) { UnitPrice = new Money(1, Currency.Usd) }]) { Currency = Currency.Eur });
        await Refused("PriceListNotFound", new NewOrder(customer, [new NewOrderLine("KETTLE", 1)]) { PriceList = "winter" });
        await Refused("InvalidValue", new NewOrder(customer, [new NewOrderLine("KETTLE", -1)]));
        _shop.Placed.Should().BeEmpty();
    }

    private async Task<Order> PlaceAsync(params NewOrderLine[] lines) => (await _shop.Orders.PlaceAsync(new NewOrder(_shop.Customer(), lines))).Value;

    private async Task Refused(string code, NewOrder order)
    {
        var before = _shop.Placed.Count;
        (await _shop.Orders.PlaceAsync(order)).Errors.Select(e => e.Code).Should().Equal(code);
        _shop.Placed.Should().HaveCount(before);
    }

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);
}
