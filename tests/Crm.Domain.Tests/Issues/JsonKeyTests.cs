using System.Text.Json;
using Crm.Domain.Interactions;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Issues;

/// <summary>Values that could be written as a value and not as the name of a property, or not at all by hosts.</summary>
public class JsonKeyTests
{
    private static readonly JsonSerializerOptions s_options = new JsonSerializerOptions().AddCrmTimeConverters();

    [Fact]
    public void ChannelKey_AsPropertyName_RoundTrips()
    {
        var counts = new Dictionary<ChannelKey, int> { [Channels.Phone] = 3, [new ChannelKey("on-board")] = 1 };

        var json = JsonSerializer.Serialize(counts);

        json.Should().Be("""{"phone":3,"on-board":1}""");
        JsonSerializer.Deserialize<Dictionary<ChannelKey, int>>(json).Should().BeEquivalentTo(counts);
    }

    [Theory]
    [InlineData("\"Not A Key\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    public void ChannelKey_OfAnotherForm_IsAJsonError(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ChannelKey>(json)).Should().Throw<JsonException>();

    [Fact]
    public void TimeValues_AsValueAndAsPropertyName_RoundTrip()
    {
        ShouldRoundTrip(Instant.FromUtc(2026, 6, 1, 8, 0) + Duration.FromNanoseconds(1000), "2026-06-01T08:00:00.000001Z");
        ShouldRoundTrip(new LocalDate(2026, 6, 1), "2026-06-01");
        ShouldRoundTrip(new LocalTime(8, 30), "08:30:00");
        ShouldRoundTrip(new LocalDateTime(2026, 6, 1, 8, 30), "2026-06-01T08:30:00");
        ShouldRoundTrip(Duration.FromMinutes(90), "0:01:30:00");
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("5")]
    [InlineData("null")]
    public void Instant_OfAnotherForm_IsAJsonError(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Instant>(json, s_options)).Should().Throw<JsonException>();

    [Fact]
    public void AddCrmTimeConverters_Twice_KeepsTheFirst() =>
        new JsonSerializerOptions().AddCrmTimeConverters().AddCrmTimeConverters().Converters.Should().HaveCount(5);

    private static void ShouldRoundTrip<T>(T value, string text)
        where T : notnull
    {
        JsonSerializer.Serialize(value, s_options).Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<T>($"\"{text}\"", s_options).Should().Be(value);
        var named = JsonSerializer.Serialize(new Dictionary<T, int> { [value] = 1 }, s_options);
        named.Should().Be($$"""{"{{text}}":1}""");
        JsonSerializer.Deserialize<Dictionary<T, int>>(named, s_options).Should().ContainKey(value);
    }
}
