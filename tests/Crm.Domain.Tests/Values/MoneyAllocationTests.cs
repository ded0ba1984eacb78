using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class MoneyAllocationTests
{
    [Fact]
    public void Allocate_EqualParts_GivesTheOddCentsToTheFirst()
    {
        Amounts(new Money(100, Currency.Eur).Allocate(3)).Should().Equal(33.34m, 33.33m, 33.33m);
        Amounts(new Money(-0.05m, Currency.Eur).Allocate(2)).Should().Equal(-0.03m, -0.02m);
        Amounts(new Money(100, Currency.Jpy).Allocate(3)).Should().Equal(34, 33, 33);
        Amounts(Money.Zero(Currency.Eur).Allocate(2)).Should().Equal(0, 0);
    }

    [Fact]
    public void Allocate_ByWeights_GivesTheRestToTheLargestRemainders()
    {
        // 0.05 by 3:7 is 0.015 and 0.035: both remainders are a half, the earlier part takes the cent.
        Amounts(new Money(0.05m, Currency.Eur).Allocate([3, 7])).Should().Equal(0.02m, 0.03m);
        Amounts(new Money(10, Currency.Eur).Allocate([1, 0, 2])).Should().Equal(3.33m, 0, 6.67m);
        Amounts(new Money(1, Currency.Eur).Allocate([0.5m, 0.25m, 0.25m])).Should().Equal(0.5m, 0.25m, 0.25m);
    }

    [Fact]
    public void Allocate_AmountFinerThanTheMinorUnit_IsSplitInTenThousandths() =>
        Amounts(new Money(0.0003m, Currency.Eur).Allocate(2)).Should().Equal(0.0002m, 0.0001m);

    [Fact]
    public void Allocate_LargestAmountByExtremeWeights_StaysExact()
    {
        var whole = new Money(Money.MaxAmount, Currency.Eur);

        var parts = whole.Allocate([decimal.MaxValue, 0.0000000000000000000000000001m, decimal.MaxValue]);

        parts.Aggregate((left, right) => left + right).Should().Be(whole);
        parts[1].IsZero.Should().BeTrue();
    }

    [Fact]
    public void Allocate_NoPartsOrImpossibleWeights_IsRefused()
    {
        var money = new Money(1, Currency.Eur);

        FluentActions.Invoking(() => money.Allocate(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => money.Allocate([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => money.Allocate([0, 0])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => money.Allocate([2, -1])).Should().Throw<ArgumentException>();
    }

    private static IEnumerable<decimal> Amounts(IReadOnlyList<Money> parts) => parts.Select(part => part.Amount);
}
