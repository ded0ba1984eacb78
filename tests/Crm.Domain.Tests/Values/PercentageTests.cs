using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class PercentageTests
{
    [Fact]
    public void FromPercent_IsExact()
    {
        Percentage.FromPercent(12.5m).Fraction.Should().Be(0.125m);
        Percentage.FromPercent(33.3m).Percent.Should().Be(33.3m);
        Percentage.FromPercent(12.5m).Should().Be(new Percentage(0.1250m));
    }

    [Fact]
    public void Default_IsZero()
    {
        default(Percentage).Should().Be(Percentage.Zero);
        Percentage.Zero.ToString().Should().Be("0 %");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(100.5, false)]
    [InlineData(-0.5, false)]
    public void IsProportion_TellsAShareFromARate(double percent, bool expected) =>
        Percentage.FromPercent((decimal)percent).IsProportion.Should().Be(expected);

    [Fact]
    public void Of_Money_IsRoundedHalfToEvenAtTheFourthDecimal()
    {
        Percentage.FromPercent(22).Of(new Money(9.99m, Currency.Eur)).Amount.Should().Be(2.1978m);
        Percentage.FromPercent(50).Of(new Money(0.0001m, Currency.Eur)).Amount.Should().Be(0);
        FluentActions.Invoking(() => new Percentage(2).Of(new Money(Money.MaxAmount, Currency.Eur))).Should().Throw<OverflowException>();
    }

    [Fact]
    public void ToString_OfCulture_UsesItsSeparator()
    {
        Percentage.FromPercent(12.5m).ToString().Should().Be("12.5 %");
        Percentage.FromPercent(12.5m).ToString(null, CultureInfo.GetCultureInfo("de-DE")).Should().Be("12,5 %");
        Percentage.FromPercent(12.55m).ToString("0.0", CultureInfo.InvariantCulture).Should().Be("12.6 %");
    }

    [Fact]
    public void Order_IsByNumber()
    {
        (Percentage.Zero < Percentage.Hundred).Should().BeTrue();
        (Percentage.Hundred >= new Percentage(1)).Should().BeTrue();
        Percentage.Hundred.CompareTo(Percentage.Zero).Should().BePositive();
    }
}
