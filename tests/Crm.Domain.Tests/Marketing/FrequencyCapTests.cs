using Crm.Domain.Marketing;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

public sealed class FrequencyCapTests
{
    [Theory]
    [InlineData("1/day", 1, null, null)]
    [InlineData("2/week 5/month", null, 2, 5)]
    [InlineData("1/day, 2/week, 5/month", 1, 2, 5)]
    [InlineData("0/month", null, null, 0)]
    public void TryParse_Rule_IsRead(string text, int? day, int? week, int? month)
    {
        FrequencyCap.TryParse(text, out var cap).Should().BeTrue();
        cap.Should().Be(new FrequencyCap { PerDay = day, PerWeek = week, PerMonth = month });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("-1/day")]
    [InlineData("1/day 2/day")]
    [InlineData("1/year")]
    [InlineData("/day")]
    [InlineData("99999999999/day")]
    public void TryParse_AnythingElse_IsNone(string? text) => FrequencyCap.TryParse(text, out _).Should().BeFalse();

    [Fact]
    [Trait("Check", "EM-06")]
    public void Allows_DayWeekAndMonth_CountEachForItself()
    {
        var cap = new FrequencyCap { PerDay = 1, PerWeek = 2, PerMonth = 3 };
        LocalDate[] sent = [new(2026, 6, 29), new(2026, 7, 1)];
        cap.Allows(new(2026, 7, 1), sent).Should().BeFalse("the day is full");
        cap.Allows(new(2026, 7, 5), sent).Should().BeFalse("the week from 29 June to 5 July is full");
        cap.Allows(new(2026, 7, 6), sent).Should().BeTrue("a new week begins on Monday");
        cap.Allows(new(2026, 7, 20), [.. sent, new(2026, 7, 6), new(2026, 7, 13)]).Should().BeFalse("the month is full");
        cap.Allows(new(2026, 8, 3), [.. sent, new(2026, 7, 6), new(2026, 7, 13)]).Should().BeTrue("a new month");
    }

    [Fact]
    public void Earliest_Day_IsTheBeginningOfItsWeekOrMonth()
    {
        FrequencyCap.Earliest(new(2026, 7, 1)).Should().Be(new LocalDate(2026, 6, 29));
        FrequencyCap.Earliest(new(2026, 7, 20)).Should().Be(new LocalDate(2026, 7, 1));
    }
}
