using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class MoneyTextTests
{
    [Theory]
    [InlineData("12.5", "EUR", "12.50 EUR")]
    [InlineData("-1234567.1234", "EUR", "-1234567.1234 EUR")]
    [InlineData("7", "JPY", "7 JPY")]
    [InlineData("0", "KWD", "0.000 KWD")]
    [InlineData("1.25", "XAU", "1.25 XAU")]
    public void ToString_InvariantNotation_KeepsEveryDecimal(string amount, string currency, string expected) =>
        new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.FromCode(currency)).ToString().Should().Be(expected);

    [Fact]
    public void ToString_OfCulture_UsesItsSeparators()
    {
        var money = new Money(1234567.5m, Currency.Eur);

        money.ToString("N", CultureInfo.GetCultureInfo("de-DE")).Should().Be("1.234.567,50 EUR");
        money.ToString(null, CultureInfo.GetCultureInfo("it-IT")).Should().Be("1234567,50 EUR");
        FluentActions.Invoking(() => money.ToString("C", CultureInfo.InvariantCulture)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("12.50 EUR", "12.50 EUR")]
    [InlineData(" eur 12.5 ", "12.50 EUR")]
    [InlineData("-3USD", "-3.00 USD")]
    [InlineData("1,234.5 USD", "1234.50 USD")]
    public void Parse_NumberAndCodeInEitherOrder_IsRead(string text, string expected) => Money.Parse(text).ToString().Should().Be(expected);

    [Fact]
    public void TryParse_OfCulture_ReadsItsNumbers()
    {
        Money.TryParse("1.234,5 EUR", CultureInfo.GetCultureInfo("de-DE"), out var money).Should().BeTrue();
        money.Should().Be(new Money(1234.5m, Currency.Eur));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EUR")]
    [InlineData("12.50")]
    [InlineData("12.50 ABC")]
    [InlineData("twelve EUR")]
    [InlineData("0.00001 EUR")]
    [InlineData("922337203685477.5808 EUR")]
    [InlineData("1e3 EUR")]
    [InlineData("12.50 EUR USD")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Money.TryParse(text, out var money).Should().BeFalse();
        money.Should().BeNull();
        FluentActions.Invoking(() => Money.Parse(text)).Should().Throw<FormatException>();
    }
}
