using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class ExternalReferenceTests
{
    [Fact]
    public void Equality_IsOrdinal()
    {
        new ExternalReference("shop", " 42 ").Should().Be(new ExternalReference("shop", "42"));
        new ExternalReference("shop", "a").Should().NotBe(new ExternalReference("shop", "A"));
        new ExternalReference("shop", "42").ToString().Should().Be("shop:42");
    }

    [Theory]
    [InlineData("", "42")]
    [InlineData("shop", " ")]
    [InlineData("shop", "4\n2")]
    [InlineData(null, "42")]
    public void Constructor_BlankOrBrokenPart_IsRefused(string? system, string value) =>
        FluentActions.Invoking(() => new ExternalReference(system!, value)).Should().Throw<ArgumentException>();

    [Fact]
    public void Constructor_OverlongPart_IsRefused()
    {
        FluentActions.Invoking(() => new ExternalReference(new string('s', 65), "42")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ExternalReference("shop", new string('4', 201))).Should().Throw<ArgumentException>();
    }
}
