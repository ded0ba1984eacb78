using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Orders;

/// <summary>A bundle becomes lines of its components, which share its price to the cent.</summary>
[Trait("Check", "OR-01")]
public class BundleLinesTests
{
    private static readonly Arbitrary<(int Price, int Quantity, int Discount, (int Price, int Quantity)[] Parts)> s_bundles =
        (from price in Gen.Choose(0, 100_000)
         from quantity in Gen.Choose(1, 300)
         from discount in Gen.Choose(0, 100)
         from parts in (from p in Gen.Choose(0, 20_000) from q in Gen.Choose(1, 90) select (p, q)).NonEmptyListOf()
         select (price, quantity, discount, parts.Take(6).ToArray())).ToArbitrary();

    // 2 × 45.00 − 3.00 = 87.00, shared by 2 × 30.00 : 12 × 4.99 = 60.00 : 59.88.
    [Fact]
    public void Explode_ABundle_SharesItsPriceByThePricesOfItsParts()
    {
        var products = Products(("SET", 45m, [("KETTLE", 1m), ("CUP", 6m)]), ("KETTLE", 30m, []), ("CUP", 4.99m, []));

        var lines = BundleLines.Explode(new PricedLine("SET", "Tea for six", 2, Eur(45)) { Discount = Eur(3) }, products, CrmErrorDescriber.Default).ToList();

        lines.Select(l => (l.Sku, l.BundleSku, l.Quantity, l.UnitPrice.Amount, l.Discount!.Amount, l.UnitCost!.Amount)).Should().Equal(
            ("KETTLE", "SET", 2m, 30m, 16.46m, 15m), ("CUP", "SET", 12m, 4.99m, 16.42m, 2.495m));
        lines.Sum(Total).Should().Be(87);
    }

    [Fact]
    public void Explode_DearerThanItsPartsOrInAnotherCurrency_StillAddsUp()
    {
        var products = Products(("SET", 100m, [("KETTLE", 1m), ("CUP", 3m)]), ("KETTLE", 30m, []), ("CUP", 0m, []));

        var dear = BundleLines.Explode(new PricedLine("SET", "Set", 3, Eur(33.33m)), products, CrmErrorDescriber.Default).ToList();
        var foreign = BundleLines.Explode(new PricedLine("SET", "Set", 1, new Money(10, Currency.Usd)), products, CrmErrorDescriber.Default).ToList();

        dear.Sum(Total).Should().Be(99.99m);
        foreign.Select(l => (l.Sku, Total(l), l.UnitPrice.Currency)).Should().Equal(("KETTLE", 2.50m, Currency.Usd), ("CUP", 7.50m, Currency.Usd));
    }

    [Fact]
    public void Explode_AnyBundle_KeepsRevenueAndQuantities() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(s_bundles, bundle =>
        {
            var parts = bundle.Parts.Select((p, i) => ($"P{i}", Price: p.Price / 100m, Quantity: p.Quantity / 10m)).ToList();
            var products = Products([("SET", 1m, [.. parts.Select(p => (p.Item1, p.Quantity))]), .. parts.Select(p => (p.Item1, p.Price, Array.Empty<(string, decimal)>()))]);
            var line = new PricedLine("SET", "Set", bundle.Quantity / 10m, Eur(bundle.Price / 1000m));
            var gross = decimal.Round(line.UnitPrice.Amount * line.Quantity, 2);
            line = line with { Discount = Eur(decimal.Round(gross * bundle.Discount / 100, 2)) };

            var lines = BundleLines.Explode(line, products, CrmErrorDescriber.Default).ToList();

            lines.Sum(Total).Should().Be(gross - line.Discount.Amount);
            lines.Should().OnlyContain(l => Total(l) >= 0 && (l.Discount == null || l.Discount.Amount >= 0) && !l.UnitPrice.IsNegative);
            lines.Select(l => l.Quantity).Should().Equal(parts.Select(p => decimal.Round(p.Quantity * line.Quantity, 4)));
        }));

    [Fact]
    public void Explode_UnknownOrNestedComponent_IsRefused()
    {
        var products = Products(("SET", 1m, [("BOX", 1m)]), ("BOX", 1m, [("CUP", 1m)]), ("LOST", 1m, [("GONE", 1m)]));

        Explode("SET").Should().Throw<CrmRuleException>().Which.Code.Should().Be("BundleNested");
        Explode("LOST").Should().Throw<CrmRuleException>().Which.Code.Should().Be("ProductUnknown");

        Action Explode(string sku) => () => BundleLines.Explode(new PricedLine(sku, "Set", 1, Eur(1)), products, CrmErrorDescriber.Default).Count();
    }

    // As the order computes it.
    private static decimal Total(PricedLine line) => Money.Round(line.UnitPrice.Amount * line.Quantity, line.UnitPrice.Currency).Amount - (line.Discount?.Amount ?? 0);

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);

    private static Dictionary<string, CatalogProduct> Products(params (string Sku, decimal Price, (string Sku, decimal Quantity)[] Components)[] products) => products.ToDictionary(
        p => p.Sku,
        p => new CatalogProduct(p.Sku, p.Sku, Eur(p.Price), Eur(p.Price / 2)) { Components = [.. p.Components.Select(c => new BundleComponent(c.Sku, c.Quantity))] });
}
