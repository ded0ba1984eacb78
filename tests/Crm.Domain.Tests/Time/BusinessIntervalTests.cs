using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Time;

[Trait("Check", "SC-06")]
public class BusinessIntervalTests
{
    [Theory]
    [InlineData("09:00-17:30", 8.5, false, "09:00-17:30")]
    [InlineData("22:00-06:00", 8, true, "22:00-06:00")]
    [InlineData("18:00-24:00", 6, false, "18:00-24:00")]
    [InlineData("18:00 - 00:00", 6, false, "18:00-24:00")]
    [InlineData("00:00-24:00", 24, false, "00:00-24:00")]
    [InlineData("09:00-09:00", 24, true, "09:00-09:00")]
    [InlineData("09:00:30-10:00", 0.9916666666666667, false, "09:00:30-10:00")]
    public void Parse_TwoTimes_GivesTheInterval(string text, double hours, bool isOvernight, string written)
    {
        var interval = BusinessInterval.Parse(text);

        interval.Length.TotalHours.Should().BeApproximately(hours, 1e-12);
        interval.IsOvernight.Should().Be(isOvernight);
        interval.ToString().Should().Be(written);
        BusinessInterval.Parse(written).Should().Be(interval);
    }

    [Theory]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("24:00-09:00")]
    [InlineData("09:00-25:00")]
    [InlineData("9-17")]
    [InlineData("09:00-12:00-13:00")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        BusinessInterval.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => BusinessInterval.Parse(text)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Default_IsTheWholeDay() => default(BusinessInterval).Should().Be(BusinessInterval.Parse("00:00-24:00")).And.Be(BusinessInterval.WholeDay);

    [Fact]
    public void Order_IsByStart() =>
        new BusinessInterval(new LocalTime(9, 0), new LocalTime(8, 0)).CompareTo(new(new LocalTime(10, 0), new LocalTime(11, 0))).Should().BeNegative();
}
