using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

public sealed class RevenueAttributionTests
{
    private static readonly Instant s_day = Instant.FromUtc(2026, 6, 1, 0, 0);
    private static readonly CustomerId s_anna = CustomerId.New(s_day);

    [Theory]
    [Trait("Check", "EM-09")]
    [InlineData(AttributionModel.First, "100.00", "0", "0")]
    [InlineData(AttributionModel.Last, "0", "0", "100.00")]
    [InlineData(AttributionModel.Linear, "33.34", "33.33", "33.33")]
    [InlineData(AttributionModel.TimeDecay, "14.29", "28.57", "57.14")]
    public void Divide_ThreeTouchesAWeekApart_FollowsTheModel(AttributionModel model, string a, string b, string c)
    {
        var parts = Divide(model, 100, ("a", 0), ("b", 7), ("c", 14));
        decimal Of(string campaign) => parts.Where(p => p.Campaign == campaign).Sum(p => p.Amount.Amount);
        (Of("a"), Of("b"), Of("c")).Should().Be((decimal.Parse(a, CultureInfo.InvariantCulture), decimal.Parse(b, CultureInfo.InvariantCulture), decimal.Parse(c, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Divide_TouchesBeforeTheWindowOrAfterTheOrder_DoNotCount() =>
        Divide(AttributionModel.Linear, 100, ("old", -17), ("late", 15)).Should().Equal(new AttributedRevenue(Fact(100), null, new Money(100, Currency.Eur)));

    [Fact]
    public void Divide_Return_TakesBackAsMuch() => Divide(AttributionModel.Linear, -10, ("a", 0), ("b", 1), ("c", 2)).Sum(p => p.Amount.Amount).Should().Be(-10);

    [Fact]
    [Trait("Check", "EM-09")]
    public void Divide_AnyAmountAndTouches_SumsToTheAmountExactly() => Prop.ForAll<int, Tuple<byte[], byte>>((units, rest) =>
    {
        var model = (AttributionModel)(rest.Item2 % 4);
        var currency = rest.Item2 % 3 == 0 ? Currency.Jpy : Currency.Eur;
        var fact = Fact(0) with { Amount = Money.FromUnits(units * 37L, currency) };
        var touches = (rest.Item1 ?? []).Select((b, i) => new CampaignTouch(s_anna, $"c{b % 5}", s_day + Duration.FromHours((b * 3) - 100 + i))).ToList();
        var parts = RevenueAttribution.Divide([fact], touches, model, Duration.FromDays(30), Duration.FromDays(7));
        parts.Aggregate(Money.Zero(currency), (sum, p) => sum + p.Amount).Should().Be(fact.Amount);
        parts.Select(p => p.Campaign).Should().OnlyHaveUniqueItems();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static IReadOnlyList<AttributedRevenue> Divide(AttributionModel model, decimal amount, params (string Campaign, int Day)[] touches) => RevenueAttribution.Divide(
        [Fact(amount)], touches.Select(t => new CampaignTouch(s_anna, t.Campaign, s_day + Duration.FromDays(t.Day))), model, Duration.FromDays(30), Duration.FromDays(7));

    private static RevenueFact Fact(decimal amount) => new(Guid.Parse("01900000-0000-7000-8000-000000000001"), s_anna, s_day + Duration.FromDays(14), new Money(amount, Currency.Eur));
}
