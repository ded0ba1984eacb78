using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Time;

/// <summary>Business days, in Madrid: Monday to Friday, a lunch break, a holiday on Thursday 6 January 2028.</summary>
[Trait("Check", "SC-06")]
public sealed class BusinessCalendarDayTests
{
    private static readonly BusinessCalendar s_madrid = BusinessHours.In("Europe/Madrid").OnWeekdays("09:00-14:00", "16:00-19:00").Closed(new LocalDate(2028, 1, 6)).Build();

    [Theory]
    [InlineData("2028-01-05T10:00", 1, "2028-01-07T10:00", "the holiday is no business day")]
    [InlineData("2028-01-07T10:00", 1, "2028-01-10T10:00", "nor is a weekend")]
    [InlineData("2028-01-08T10:00", 1, "2028-01-10T10:00", "from a Saturday, the next one is the first")]
    [InlineData("2028-01-03T15:00", 1, "2028-01-04T16:00", "lunch moves on to the opening")]
    [InlineData("2028-01-03T20:00", 1, "2028-01-05T09:00", "after closing it is the next morning")]
    [InlineData("2028-01-03T19:00", 1, "2028-01-04T19:00", "closing time stays")]
    [InlineData("2028-01-03T10:00", 0, "2028-01-03T10:00", "none is now")]
    [InlineData("2028-01-08T10:00", 0, "2028-01-10T09:00", "or the next opening")]
    [InlineData("2028-01-07T10:00", -1, "2028-01-05T10:00", "back over the holiday")]
    [InlineData("2028-01-04T15:00", -1, "2028-01-03T14:00", "back from lunch is the closing before it")]
    [InlineData("2028-01-04T07:00", -1, "2027-12-31T19:00", "before opening it is the evening before")]
    public void AddDays_KeepsTheTimeOfDayWhereItIsOpen(string start, int days, string expected, string because) =>
        s_madrid.AddDays(At(start), days).Should().Be(At(expected), because);

    [Fact]
    public void EndOfWorkingDay_IsTheLastClosing()
    {
        s_madrid.EndOfWorkingDay(At("2028-01-03T10:00")).Should().Be(At("2028-01-03T19:00"));
        s_madrid.EndOfWorkingDay(At("2028-01-03T20:00")).Should().Be(At("2028-01-03T20:00"));
        s_madrid.EndOfWorkingDay(At("2028-01-06T10:00")).Should().Be(At("2028-01-06T10:00"));
    }

    [Fact]
    public void AddDays_BeyondTheEndOfTime_IsRefused() =>
        FluentActions.Invoking(() => s_madrid.AddDays(At("2028-01-06T10:00"), int.MaxValue)).Should().Throw<ArgumentOutOfRangeException>();

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
        .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Madrid"]).ToInstant();
}
