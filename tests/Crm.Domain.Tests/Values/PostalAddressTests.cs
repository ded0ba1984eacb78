using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class PostalAddressTests
{
    [Theory]
    [InlineData("IT", "Via Roma 1|Scala B|00184 Roma (RM)|IT")]
    [InlineData("DE", "Via Roma 1|Scala B|00184 Roma|RM|DE")]
    [InlineData("US", "Via Roma 1|Scala B|Roma, RM 00184|US")]
    [InlineData("GB", "Via Roma 1|Scala B|Roma|RM|00184|GB")]
    [InlineData("AU", "Via Roma 1|Scala B|Roma RM 00184|AU")]
    [InlineData("JP", "00184|RM Roma|Via Roma 1|Scala B|JP")]
    [InlineData("BR", "Via Roma 1|Scala B|Roma - RM|00184|BR")]
    public void Format_OfCountry_FollowsItsOrder(string country, string expected) =>
        new PostalAddress("Via Roma 1", "Scala B", "00184", "Roma", "RM", Country.FromCode(country)).Format().Should().Be(expected.Replace('|', '\n'));

    [Theory]
    [InlineData("IT", null, "Roma", "RM", "Roma (RM)")]
    [InlineData("IT", "00184", null, "RM", "00184 (RM)")]
    [InlineData("IT", null, null, "RM", "(RM)")]
    [InlineData("IT", "00184", "Roma", null, "00184 Roma")]
    [InlineData("US", "00184", null, "RM", "RM 00184")]
    [InlineData("US", "00184", "Roma", null, "Roma 00184")]
    [InlineData("US", null, "Roma", "RM", "Roma, RM")]
    [InlineData("BR", null, null, "RM", "RM")]
    public void Format_WithMissingParts_LeavesNoStrayPunctuation(string country, string? code, string? city, string? region, string expected) =>
        new PostalAddress(null, null, code, city, region, Country.FromCode(country)).Format(withCountry: false).Should().Be(expected);

    [Fact]
    public void Format_OfAnyCountry_LeavesNothingOut()
    {
        foreach (var country in Country.All)
        {
            new PostalAddress("line one", "line two", "code", "city", "region", country).Format()
                .Should().ContainAll("line one", "line two", "code", "city", "region", country.Code);
        }
    }

    [Fact]
    public void ToString_IsOneLine() =>
        new PostalAddress("Via Roma 1", null, "00184", "Roma", null, null).ToString().Should().Be("Via Roma 1, 00184 Roma");

    [Fact]
    public void Constructor_WithoutAnyPartOrWithABadOne_IsRefused()
    {
        FluentActions.Invoking(() => new PostalAddress(null, " ", null, "", null, null)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PostalAddress("a\nb", null, null, null, null, null)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PostalAddress(null, null, new string('1', 21), null, null, null)).Should().Throw<ArgumentException>();
        new PostalAddress(null, null, null, null, null, Country.FromCode("IT")).Format().Should().Be("IT");
    }

    [Fact]
    public void Equality_IsByAllParts() =>
        new PostalAddress(" Via Roma 1", null, null, "Roma", "", null).Should().Be(new PostalAddress("Via Roma 1", "", null, "Roma ", null, null));
}
