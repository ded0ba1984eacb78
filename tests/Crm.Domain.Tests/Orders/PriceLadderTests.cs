using Crm.Domain.Orders;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Orders.PriceSource;

namespace Crm.Domain.Tests.Orders;

/// <summary>Which price holds, and why.</summary>
[Trait("Check", "OR-01")]
public class PriceLadderTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 1, 1);

    // Everything that prices a kettle at all; each rung wins only where those above it do not reach.
    private static readonly PriceCandidate[] s_all =
    [
        Candidate(NamedList, 7, 100, "named"),
        Candidate(PriceSource.CustomerPrice, 20, 0, null, agreed: 1),
        Candidate(PriceSource.CustomerPrice, 19, 0, null, agreed: 2),
        Candidate(PriceSource.CustomerPrice, 15, 50, null, agreed: 0),
        Candidate(CustomerList, 22, 0, "dealer", agreed: 1),
        Candidate(CustomerList, 18, 10, "dealer", agreed: 1),
        Candidate(CustomerList, 23, 0, "gold", agreed: 2),
        Candidate(DefaultList, 28, 0, "b-list"),
        Candidate(DefaultList, 27, 0, "a-list"),
        Candidate(DefaultList, 26, 0, "summer", since: 5),
        Candidate(DefaultList, 25, 5, "summer", since: 5),
    ];

    [Theory]
    [InlineData(100, NamedList, 7, "named", 100)]
    [InlineData(60, PriceSource.CustomerPrice, 15, null, 50)]
    [InlineData(1, PriceSource.CustomerPrice, 19, null, 0)]
    public void Best_OfAll_IsTheFirstRungThatReaches(int quantity, PriceSource source, int price, string? list, int from) => ShouldBe(s_all, quantity, source, price, list, from);

    [Theory]
    [InlineData(CustomerList, 10, 23, "gold", 0)]
    [InlineData(DefaultList, 5, 25, "summer", 5)]
    [InlineData(DefaultList, 4.9999, 26, "summer", 0)]
    public void Best_OfOneRung_IsTheLastAgreedThenTheLastBegunThenTheLargestQuantity(PriceSource source, double quantity, int price, string list, int from) =>
        ShouldBe([.. s_all.Where(c => c.Source == source)], (decimal)quantity, source, price, list, from);

    [Fact]
    public void Best_WithoutDates_IsTheListWhoseKeyComesFirst() => ShouldBe([.. s_all.Where(c => c.PriceList is "a-list" or "b-list")], 1, DefaultList, 27, "a-list", 0);

    [Fact]
    public void Best_OtherProductCurrencyOrQuantity_IsNone()
    {
        PriceLadder.Best(s_all, "CUP", 10, Currency.Eur).Should().BeNull();
        PriceLadder.Best(s_all, "KETTLE", 10, Currency.Usd).Should().BeNull();
        PriceLadder.Best([Candidate(DefaultList, 1, 10, "bulk")], "KETTLE", 9.9999m, Currency.Eur).Should().BeNull();
        PriceLadder.Own(new CatalogProduct("KETTLE", "Kettle", new Money(30, Currency.Eur)), Currency.Usd).Should().BeNull();
        PriceLadder.Own(new CatalogProduct("KETTLE", "Kettle", new Money(30, Currency.Eur)), Currency.Eur)!.Explanation.Source.Should().Be(PriceSource.Product);
    }

    private static void ShouldBe(PriceCandidate[] candidates, decimal quantity, PriceSource source, int price, string? list, int from)
    {
        foreach (var order in new[] { candidates, candidates.Reverse().ToArray() })
        {
            var best = PriceLadder.Best(order, "KETTLE", quantity, Currency.Eur)!;
            (best.Price.Amount, best.Explanation).Should().Be((price, new PriceExplanation(source, list, from)));
        }
    }

    private static PriceCandidate Candidate(PriceSource source, decimal price, decimal from, string? list, int? agreed = null, int? since = null) => new(
        "KETTLE", from, new Money(price, Currency.Eur), source, list, since is { } days ? s_day.PlusDays(days) : null, agreed is { } hours ? s_now + Duration.FromHours(hours) : null);
}
