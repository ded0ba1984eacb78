using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 978, 2)]
    [InlineData("jpy", 392, 0)]
    [InlineData("KWD", 414, 3)]
    [InlineData("CLF", 990, 4)]
    [InlineData("ZWG", 924, 2)]
    public void FromCode_KnownCode_GivesTheFactsOfTheStandard(string code, int number, int minorUnits)
    {
        var currency = Currency.FromCode(code);

        currency.Code.Should().Be(code.ToUpperInvariant());
        currency.NumericCode.Should().Be(number);
        currency.MinorUnits.Should().Be(minorUnits);
    }

    [Theory]
    [InlineData("XAU")]
    [InlineData("XXX")]
    public void MinorUnits_OfMetalOrNoCurrency_AreNone(string code) => Currency.FromCode(code).MinorUnits.Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("ABC")]
    [InlineData("ΕUR")]
    [InlineData(" EUR")]
    public void FromCode_UnknownCode_IsRefused(string code)
    {
        FluentActions.Invoking(() => Currency.FromCode(code)).Should().Throw<ArgumentException>();
        Currency.TryFromCode(code, out var currency).Should().BeFalse();
        currency.Should().BeNull();
    }

    [Fact]
    public void TryFromCode_Null_IsNoCode() => Currency.TryFromCode(null, out _).Should().BeFalse();

    [Fact]
    public void All_ActiveCurrencies_HaveDistinctCodesAndNumbers()
    {
        var active = Currency.All.Where(currency => !currency.IsWithdrawn).ToList();

        active.Should().HaveCount(178);
        active.Select(currency => currency.Code).Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == Currency.CodeLength);
        active.Select(currency => currency.NumericCode).Should().OnlyHaveUniqueItems();
        Currency.All.Should().BeInAscendingOrder();
    }

    [Fact]
    public void IsWithdrawn_CurrencyReplacedInThe2020s_IsTrueAndStillReadable() =>
        Currency.FromCode("HRK").Should().Match<Currency>(kuna => kuna.IsWithdrawn && kuna.MinorUnits == 2);

    [Fact]
    public void WellKnown_Properties_NameTheirCurrency() =>
        new[] { Currency.Eur, Currency.Usd, Currency.Gbp, Currency.Chf, Currency.Sek, Currency.Ron, Currency.Jpy }
            .Select(currency => currency.ToString()).Should().Equal("EUR", "USD", "GBP", "CHF", "SEK", "RON", "JPY");
}
