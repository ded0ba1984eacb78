using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class MoneyTests
{
    [Theory]
    [InlineData("0.00001")]
    [InlineData("922337203685477.5808")]
    [InlineData("-922337203685477.5808")]
    [InlineData("79228162514264337593543950335")]
    public void Constructor_AmountBeyondRangeOrFourDecimals_IsRefused(string amount) =>
        FluentActions.Invoking(() => Eur(decimal.Parse(amount, CultureInfo.InvariantCulture))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Constructor_NoCurrency_IsRefused() => FluentActions.Invoking(() => new Money(1, null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Equality_SameAmountWrittenWithMoreZeros_Holds()
    {
        Eur(12.5m).Should().Be(Eur(12.50000m));
        Eur(12.5m).GetHashCode().Should().Be(Eur(12.50000m).GetHashCode());
        Eur(12.5m).Should().NotBe(new Money(12.5m, Currency.Usd));
    }

    [Fact]
    public void Units_OfLargestAmount_AreTheLargestCount()
    {
        new Money(Money.MaxAmount, Currency.Eur).Units.Should().Be(long.MaxValue);
        Money.FromUnits(-long.MaxValue, Currency.Eur).Amount.Should().Be(-Money.MaxAmount);
        FluentActions.Invoking(() => Money.FromUnits(long.MinValue, Currency.Eur)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("2.345", "EUR", MidpointRounding.ToEven, "2.34 EUR")]
    [InlineData("2.345", "EUR", MidpointRounding.AwayFromZero, "2.35 EUR")]
    [InlineData("2.5", "JPY", MidpointRounding.ToEven, "2 JPY")]
    [InlineData("2.34567", "KWD", MidpointRounding.ToEven, "2.346 KWD")]
    [InlineData("2.34567", "XAU", MidpointRounding.ToEven, "2.3457 XAU")]
    public void Round_AnyNumber_GoesToTheMinorUnit(string amount, string currency, MidpointRounding rounding, string expected) =>
        Money.Round(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.FromCode(currency), rounding).ToString().Should().Be(expected);

    [Fact]
    public void Operators_OfOneCurrency_Reckon()
    {
        (Eur(10) + Eur(2.5m)).Should().Be(Eur(12.5m));
        (Eur(10) - Eur(12.5m)).Should().Be(Eur(-2.5m));
        (-Eur(10)).Should().Be(Eur(-10));
        Eur(-10).Abs().Should().Be(Eur(10));
        (Eur(10) < Eur(12)).Should().BeTrue();
        (Eur(10) >= Eur(10)).Should().BeTrue();
        Eur(1).CompareTo(null).Should().BePositive();
    }

    [Theory]
    [InlineData("0.0001", "0.5", "0.0000")]
    [InlineData("0.0003", "0.5", "0.0002")]
    [InlineData("10.00", "0.3333333", "3.3333")]
    public void Multiply_FinerProduct_IsRoundedHalfToEvenAtTheFourthDecimal(string amount, string factor, string expected) =>
        (Eur(decimal.Parse(amount, CultureInfo.InvariantCulture)) * decimal.Parse(factor, CultureInfo.InvariantCulture)).Amount
            .Should().Be(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public void Operators_OnMixedCurrencies_AreRefused()
    {
        var dollar = new Money(1, Currency.Usd);
        Action[] acts =
        [
            () => _ = Eur(1) + dollar, () => _ = Eur(1) - dollar, () => _ = Eur(1) < dollar, () => _ = Eur(1) > dollar,
            () => _ = Eur(1) <= dollar, () => _ = Eur(1) >= dollar, () => Eur(1).CompareTo(dollar),
        ];

        acts.Should().AllSatisfy(act => act.Should().Throw<InvalidOperationException>().WithMessage("*EUR and USD*"));
    }

    [Fact]
    public void Operators_OnNull_AreRefused()
    {
        Action[] acts = [() => _ = Eur(1) + null!, () => _ = null! - Eur(1), () => _ = null! < Eur(1), () => _ = -(Money)null!, () => _ = (Money)null! * 2];

        acts.Should().AllSatisfy(act => act.Should().Throw<ArgumentNullException>());
    }

    [Fact]
    public void Operators_BeyondTheRange_Overflow()
    {
        var most = new Money(Money.MaxAmount, Currency.Eur);
        Action[] acts = [() => _ = most + Eur(0.0001m), () => _ = -most - Eur(1), () => _ = most * 2, () => _ = most * decimal.MaxValue];

        acts.Should().AllSatisfy(act => act.Should().Throw<OverflowException>());
    }

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);
}
