using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class PostalCodeTests
{
    [Theory]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("GB", "M1 1AE", "M1 1AE")]
    [InlineData("JE", "je2 3ab", "JE2 3AB")]
    [InlineData("CA", "k1a0b1", "K1A 0B1")]
    [InlineData("NL", "1012ab", "1012 AB")]
    [InlineData("PL", "00950", "00-950")]
    [InlineData("PT", "1000 205", "1000-205")]
    [InlineData("BR", "01310100", "01310-100")]
    [InlineData("JP", "１００－０００１", "100-0001")]
    [InlineData("SE", "11455", "114 55")]
    [InlineData("DE", "D-10115", "10115")]
    [InlineData("CH", "CH-8001", "8001")]
    [InlineData("LV", "LV-1010", "1010")]
    [InlineData("IE", "d02x285", "D02 X285")]
    [InlineData("AD", "ad500", "AD500")]
    [InlineData("US", "90210-1234", "90210-1234")]
    [InlineData("US", "902101234", "90210-1234")]
    [InlineData("MT", "VLT1117", "VLT 1117")]
    [InlineData("AR", "c1425dkg", "C1425DKG")]
    [InlineData("HK", " n/a ", "N/A")]
    public void TryNormalize_UsualWriting_GivesTheFormOfTheCountry(string country, string text, string expected)
    {
        PostalCode.TryNormalize(Country.FromCode(country), text, out var code).Should().BeTrue();
        code.Should().Be(expected);
        PostalCode.TryNormalize(Country.FromCode(country), code!, out var again).Should().BeTrue();
        again.Should().Be(expected);
    }

    [Theory]
    [InlineData("DE", "1011")]
    [InlineData("DE", "ABCDE")]
    [InlineData("GB", "12345")]
    [InlineData("US", "9021")]
    [InlineData("CA", "12345")]
    [InlineData("FR", "")]
    [InlineData("IT", "20121\u0000")]
    [InlineData("IT", "2012\uD800")]
    public void TryNormalize_AnotherForm_IsRefused(string country, string text) =>
        PostalCode.TryNormalize(Country.FromCode(country), text, out _).Should().BeFalse();

    [Fact]
    public void TryNormalize_CountryUnknown_TakesAnyCode()
    {
        PostalCode.TryNormalize(null, "  ab  12 ", out var code).Should().BeTrue();
        code.Should().Be("AB 12");
    }

    [Fact]
    public void WithUsualPostalCode_Address_KeepsTheRest()
    {
        var address = new PostalAddress("10 Downing St", null, "sw1a2aa", "London", null, Country.FromCode("GB"));
        address.WithUsualPostalCode().Should().Be(new PostalAddress("10 Downing St", null, "SW1A 2AA", "London", null, Country.FromCode("GB")));
        var odd = new PostalAddress("Street 1", null, "?", "Berlin", null, Country.FromCode("DE"));
        odd.WithUsualPostalCode().Should().BeSameAs(odd);
        odd.HasPlausiblePostalCode().Should().BeFalse();
    }
}
