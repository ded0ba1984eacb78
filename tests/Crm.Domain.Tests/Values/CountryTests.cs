using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class CountryTests
{
    [Fact]
    public void All_AreThe249AssignedCodes() =>
        Country.All.Select(country => country.Code).Should().HaveCount(249).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);

    [Theory]
    [InlineData("it", "IT")]
    [InlineData("GB", "GB")]
    public void FromCode_AnyCase_GivesTheCountry(string code, string expected) => Country.FromCode(code).ToString().Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("UK")]
    [InlineData("XX")]
    [InlineData("ITA")]
    [InlineData("I")]
    [InlineData("İT")]
    public void FromCode_UnassignedCode_IsRefused(string code)
    {
        Country.TryFromCode(code, out _).Should().BeFalse();
        FluentActions.Invoking(() => Country.FromCode(code)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Equality_IsByCode() => Country.FromCode("it").Should().Be(Country.FromCode("IT"));
}
