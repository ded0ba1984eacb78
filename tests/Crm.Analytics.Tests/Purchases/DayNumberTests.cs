using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Purchases;

public sealed class DayNumberTests
{
    [Fact]
    public void FromDate_AnyDate_CountsDaysSince1970() =>
        Prop.ForAll(Gen.Choose(-3_000_000, 2_900_000).ToArbitrary(), day =>
        {
            var date = DayNumber.ToDate(day);
            DayNumber.FromDate(date).Should().Be(day);
            Period.DaysBetween(new LocalDate(1970, 1, 1), date).Should().Be(day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromDate_OtherCalendar_CountsTheSamePhysicalDay() =>
        DayNumber.FromDate(new LocalDate(2026, 1, 1).WithCalendar(CalendarSystem.Julian))
            .Should().Be(DayNumber.FromDate(new LocalDate(2026, 1, 1)));

    [Fact]
    public void Days_UndefinedUnit_IsRefused() =>
        ((Func<double>)(() => ((TimeUnit)9).Days())).Should().Throw<ArgumentOutOfRangeException>();
}
