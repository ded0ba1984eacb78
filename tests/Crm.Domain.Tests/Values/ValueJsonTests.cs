using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

/// <summary>Every value through a source-generated context, as a host without reflection uses it.</summary>
[Trait("Check", "XC-12")]
public partial class ValueJsonTests
{
    [Fact]
    public void Serialize_EveryValue_RoundTrips()
    {
        var sample = new Sample(
            Currency.Eur, new Money(12.5m, Currency.Usd), EmailAddress.Parse("Anna@example.org"), PhoneNumber.Parse("+39 02 12345678 x1"), Country.FromCode("IT"),
            LanguageTag.Parse("pt-BR"), Percentage.FromPercent(12.5m), new PersonName("Anna", "Rossi", "Dr."), new PostalAddress("Via Roma 1", null, null, "Roma", null, Country.FromCode("IT")),
            new ExternalReference("shop", "42"), new() { [Currency.Sek] = 3 });

        var json = JsonSerializer.Serialize(sample, SampleContext.Default.Sample);

        var read = JsonSerializer.Deserialize(json, SampleContext.Default.Sample)!;
        read.Should().Be(sample with { Counts = read.Counts });
        read.Counts.Should().Equal(sample.Counts);
        json.Should().Contain("\"Phone\":\"\\u002B390212345678;ext=1\"").And.Contain("\"Discount\":0.125")
            .And.Contain("\"Price\":{\"Amount\":12.5,\"Currency\":\"USD\"}").And.Contain("\"Counts\":{\"SEK\":3}").And.NotContain("Normalized");
    }

    [Theory]
    [InlineData("\"not an address\"")]
    [InlineData("42")]
    [InlineData("{}")]
    public void Deserialize_SomethingElse_IsAJsonError(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<EmailAddress>(json)).Should().Throw<JsonException>();

    [Fact]
    public void Deserialize_Null_IsNoValue() => JsonSerializer.Deserialize<EmailAddress>("null").Should().BeNull();

    public sealed record Sample(
        Currency Currency, Money Price, EmailAddress Email, PhoneNumber Phone, Country Country, LanguageTag Language, Percentage Discount, PersonName Name,
        PostalAddress Address, ExternalReference Reference, Dictionary<Currency, int> Counts);

    [JsonSerializable(typeof(Sample))]
    private sealed partial class SampleContext : JsonSerializerContext;
}
