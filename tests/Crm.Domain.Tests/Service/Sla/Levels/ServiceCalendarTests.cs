using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Versions of calendars: each holds from an instant on and never changes.</summary>
[Trait("Check", "SC-06")]
[Trait("Check", "SC-10")]
public sealed class ServiceCalendarTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 5, 4, 8, 0);
    private static readonly Instant s_newYear = Instant.FromUtc(2026, 12, 31, 23, 0);
    private static readonly LocalDate s_day = new(2026, 6, 2);
    private static readonly ServiceHours s_week = ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-17:00").Build());
    private static readonly ServiceHours s_longer = ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("08:00-20:00").Build());

    [Fact]
    public void Version_AtEveryInstant_IsTheLastThatHolds()
    {
        var calendar = Make();
        calendar.ChangeHours(s_longer, s_newYear, "ada", s_now + Duration.FromHours(1));
        calendar.VersionAt(s_now - Duration.Epsilon).Should().BeNull();
        calendar.VersionAt(s_now)!.Number.Should().Be(1);
        calendar.VersionAt(s_newYear - Duration.Epsilon)!.Number.Should().Be(1);
        calendar.VersionAt(s_newYear)!.Number.Should().Be(2);
        calendar.VersionAt(s_newYear)!.Calendar.Should().Be(s_longer.ToCalendar().Value);
    }

    [Fact]
    public void Days_SetWhileAnotherWeekIsToCome_HoldInBoth()
    {
        var calendar = Make();
        calendar.ChangeHours(s_longer, s_newYear, "ada", s_now);
        calendar.SetDays([ServiceDay.Holiday(s_day, "Republic Day")], [], "ada", s_now + Duration.FromDays(1));
        calendar.Versions.Should().HaveCount(4);
        calendar.VersionAt(s_now + Duration.FromDays(2))!.Hours.Should().Be(s_week with { Days = [ServiceDay.Holiday(s_day, "Republic Day")] });
        calendar.VersionAt(s_newYear)!.Hours.Should().Be(s_longer with { Days = [ServiceDay.Holiday(s_day, "Republic Day")] });
        calendar.Versions[0].Hours.Should().Be(s_week, "versions do not change");
        calendar.Versions[1].Hours.Should().Be(s_longer);
    }

    [Fact]
    public void Feed_TakenAgain_ReplacesItsOwnAndLeavesTheRest()
    {
        var calendar = Make();
        calendar.SetDays([ServiceDay.Holiday(s_day), ServiceDay.Break(s_day.PlusDays(1), "10:00-11:00")], [], "ada", s_now);
        calendar.TakeFeed("school", [ServiceDay.Holiday(s_day.PlusDays(9))], "ada", s_now);
        calendar.TakeFeed("italy", [ServiceDay.Holiday(s_day, "Republic Day"), ServiceDay.Holiday(s_day.PlusDays(3))], "ada", s_now);
        calendar.TakeFeed("italy", [ServiceDay.Holiday(s_day, "Republic Day"), ServiceDay.Holiday(s_day.PlusDays(4))], "ada", s_now);
        calendar.VersionAt(s_now)!.Hours.Days.Select(d => (d.Date, d.Feed)).Should().BeEquivalentTo(new (LocalDate, string?)[]
        {
            (s_day, null), (s_day, "italy"), (s_day.PlusDays(1), null), (s_day.PlusDays(4), "italy"), (s_day.PlusDays(9), "school"),
        });
        calendar.CanTakeFeed("italy", [ServiceDay.Holiday(s_day.PlusDays(4)), ServiceDay.Holiday(s_day, "Republic Day")], s_now).Code.Should().Be("ServiceCalendarUnchanged");
    }

    [Fact]
    public void Days_SetTwiceAndCleared_SayWhatWasSaidLast()
    {
        var calendar = Make();
        calendar.SetDays([ServiceDay.Holiday(s_day)], [], "ada", s_now);
        calendar.SetDays([ServiceDay.Open(s_day, "09:00-12:00"), ServiceDay.Break(s_day, "10:00-10:30")], [], "ada", s_now);
        calendar.VersionAt(s_now)!.Hours.Days.Select(d => d.Kind).Should().Equal(ServiceDayKind.Hours, ServiceDayKind.Break);
        calendar.SetDays([], [s_day], "ada", s_now);
        calendar.VersionAt(s_now)!.Hours.Should().Be(s_week);
        calendar.CanSetDays([], [s_day], s_now).Code.Should().Be("ServiceCalendarUnchanged");
    }

    [Fact]
    public void Change_RefusedOne_LeavesTheCalendarAsItWas()
    {
        var calendar = Make();
        var version = calendar.Version;
        calendar.CanChangeHours(s_longer, s_now - Duration.Epsilon, s_now).Code.Should().Be("ServiceCalendarValidityPast");
        calendar.CanChangeHours(s_week, s_now, s_now).Code.Should().Be("ServiceCalendarUnchanged");
        calendar.CanChangeHours(s_week with { Zone = "Europe/Atlantis" }, s_now, s_now).Code.Should().Be("ServiceZoneUnknown");
        calendar.CanSetDays([ServiceDay.Holiday(new LocalDate(2500, 1, 1))], [], s_now).Code.Should().Be("ServiceDateOutOfRange");
        calendar.Invoking(c => c.SetDays([ServiceDay.Open(s_day, "12:00-09:00")], [], "ada", s_now)).Should().Throw<CrmRuleException>().Which.Code.Should().Be("ServiceIntervalReversed");
        calendar.Invoking(c => c.ChangeHours(s_longer, s_now - Duration.Epsilon, "ada", s_now)).Should().Throw<CrmRuleException>();
        (calendar.Version, calendar.Versions.Count).Should().Be((version, 1));
    }

    [Fact]
    public void Create_WithoutAnythingOpen_IsRefused() => FluentActions
        .Invoking(() => new ServiceCalendar(ServiceCalendarId.New(s_now), "rome", "Rome", new ServiceHours("Europe/Rome"), "ada", s_now))
        .Should().Throw<CrmRuleException>().Which.Code.Should().Be("ServiceHoursNeverOpen");

    [Fact]
    public void Event_OfAChange_NamesTheVersionsAndWhenTheyHold()
    {
        var calendar = Make();
        calendar.ChangeHours(s_longer, s_newYear, "ada", s_now);
        calendar.SetDays([ServiceDay.Holiday(s_day)], [], "ada", s_now);
        var changed = calendar.PendingEvents.Select(e => e.Event).OfType<ServiceCalendarChanged>().ToList();
        changed.Select(e => e.ValidFrom).Should().Equal(s_now, s_newYear, s_now);
        changed[2].VersionIds.Should().Equal(calendar.Versions[2].Id, calendar.Versions[3].Id);
    }

    private static ServiceCalendar Make() => new(ServiceCalendarId.New(s_now), "rome", "Rome", s_week, "ada", s_now);
}
