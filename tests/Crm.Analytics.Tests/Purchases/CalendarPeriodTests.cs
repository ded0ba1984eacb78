using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Purchases;

public sealed class CalendarPeriodTests
{
    [Fact]
    public void NumberOf_AnyDay_LiesBetweenStartAndEnd() =>
        Prop.ForAll(Gen.Choose(-200_000, 200_000).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (day, length, first) =>
        {
            var date = DayNumber.ToDate(day);
            foreach (var period in new[] { CalendarPeriod.Months(length, first), CalendarPeriod.Days(length, new LocalDate(2026, 3, first)), CalendarPeriod.Week })
            {
                var number = period.NumberOf(date);
                (date >= period.StartOf(number) && date <= period.EndOf(number)).Should().BeTrue();
                period.NumberOf(period.StartOf(number)).Should().Be(number);
                period.NumberOf(period.EndOf(number).PlusDays(1)).Should().Be(number + 1);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void StartOf_KnownPeriods_IsTheirFirstDay()
    {
        var day = new LocalDate(2026, 11, 28);
        Start(default).Should().Be(new LocalDate(2026, 11, 1));
        Start(CalendarPeriod.Quarter).Should().Be(new LocalDate(2026, 10, 1));
        Start(CalendarPeriod.Year).Should().Be(new LocalDate(2026, 1, 1));
        Start(CalendarPeriod.Months(12, 4)).Should().Be(new LocalDate(2026, 4, 1));
        Start(CalendarPeriod.Week).Should().Be(new LocalDate(2026, 11, 23));
        CalendarPeriod.Months(3).ToString().Should().Be("3 months");

        LocalDate Start(CalendarPeriod period) => period.StartOf(period.NumberOf(day));
    }

    [Fact]
    public void Make_OutOfRange_IsRefused()
    {
        ((Action)(() => CalendarPeriod.Months(0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => CalendarPeriod.Months(1, 13))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => CalendarPeriod.Weeks(0, default))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => CalendarPeriod.Days(-1, default))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
