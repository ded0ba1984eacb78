using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TestScale = Crm.Testing.TestScale;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Working hours as they are written, stored and refused.</summary>
[Trait("Check", "SC-06")]
public sealed class ServiceHoursTests
{
    private static readonly LocalDate s_day = new(2026, 6, 2);

    [Fact]
    public void Json_OfAllHours_ReadsBackEqualAndMakesAnEqualCalendar() => Prop.ForAll(LevelGenerators.Hours.ToArbitrary(), hours =>
    {
        var read = ServiceHours.Parse(hours.ToJson()).Value;
        return read.Equals(hours) && read.ToJson() == hours.ToJson() && read.ToCalendar().Value.Equals(hours.ToCalendar().Value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(200, 2_000)));

    [Fact]
    public void Of_ACalendar_MakesAnEqualOne()
    {
        var calendar = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").On(IsoDayOfWeek.Saturday, "22:00-06:00")
            .Closed(s_day).OnDate(new LocalDate(2026, 6, 6), "09:00-12:00").Break(new LocalDate(2026, 6, 8), "10:00-11:00").Build();
        var hours = ServiceHours.Of(calendar);
        hours.ToCalendar().Value.Should().Be(calendar);
        hours.NightShifts.Should().BeTrue();
    }

    [Theory]
    [InlineData("Europe/Rome", false, "09:00-17:00", "", null)]
    [InlineData("Europe/Atlantis", false, "09:00-17:00", "", "ServiceZoneUnknown")]
    [InlineData("", false, "09:00-17:00", "", "ServiceZoneUnknown")]
    [InlineData("Europe/Rome", false, "", "", "ServiceHoursNeverOpen")]
    [InlineData("Europe/Rome", false, "17:00-09:00", "", "ServiceIntervalReversed")]
    [InlineData("Europe/Rome", false, "09:00-09:00", "", "ServiceIntervalReversed")]
    [InlineData("Europe/Rome", true, "22:00-06:00", "", null)]
    [InlineData("Europe/Rome", false, "18:00-24:00", "", null)]
    [InlineData("Europe/Rome", false, "09:00-13:00,12:59-17:00", "", "ServiceIntervalsOverlap")]
    [InlineData("Europe/Rome", false, "09:00-13:00,13:00-17:00", "", null)]
    [InlineData("Europe/Rome", true, "22:00-06:00", "05:00-09:00", "ServiceIntervalsOverlap")]
    [InlineData("Europe/Rome", true, "22:00-06:00", "06:00-09:00", null)]
    [InlineData("Europe/Rome", true, "22:00-06:00,23:00-24:00", "", "ServiceIntervalsOverlap")]
    public void ToCalendar_OfAWeek_SaysWhatIsWrong(string zone, bool nightShifts, string monday, string tuesday, string? code)
    {
        var hours = new ServiceHours(zone)
        {
            NightShifts = nightShifts,
            Weekly = new Dictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> { [IsoDayOfWeek.Monday] = Read(monday), [IsoDayOfWeek.Tuesday] = Read(tuesday) },
        };
        hours.ToCalendar().Errors.Select(e => e.Code).Should().Equal(code is null ? [] : [code]);
    }

    [Fact]
    public void ToCalendar_NightShiftOfSunday_MeetsMonday()
    {
        var hours = new ServiceHours("Europe/Rome")
        {
            NightShifts = true,
            Weekly = new Dictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> { [IsoDayOfWeek.Sunday] = Read("22:00-06:00"), [IsoDayOfWeek.Monday] = Read("05:00-09:00") },
        };
        hours.ToCalendar().Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceIntervalsOverlap");
    }

    [Fact]
    public void ToCalendar_OfDates_SaysWhatIsWrong()
    {
        Codes(ServiceDay.Holiday(new LocalDate(1969, 12, 31))).Should().Equal("ServiceDateOutOfRange");
        Codes(ServiceDay.Holiday(new LocalDate(2200, 1, 1))).Should().Equal("ServiceDateOutOfRange");
        Codes(ServiceDay.Holiday(s_day), ServiceDay.Open(s_day, "09:00-12:00")).Should().Equal("ServiceDateRepeated");
        Codes(ServiceDay.Open(s_day, "12:00-09:00")).Should().Equal("ServiceIntervalReversed");
        Codes(ServiceDay.Break(s_day, "09:00-11:00", "10:00-12:00")).Should().Equal("ServiceIntervalsOverlap");
        Codes(ServiceDay.Holiday(s_day), ServiceDay.Holiday(s_day) with { Feed = "italy" }).Should().BeEmpty();
        Codes([.. Enumerable.Range(0, ServiceHours.MaxDays + 1).Select(i => ServiceDay.Holiday(new LocalDate(2000, 1, 1).PlusDays(i)))]).Should().Equal("ServiceHoursTooMany");
    }

    [Fact]
    public void ToCalendar_WhatWasMadeByHand_WinsOverFeeds()
    {
        var hours = Week() with
        {
            Days =
            [
                ServiceDay.Open(s_day, "09:00-12:00"), ServiceDay.Holiday(s_day) with { Feed = "italy" }, ServiceDay.Break(s_day, "10:00-11:00") with { Feed = "italy" },
                ServiceDay.Break(s_day.PlusDays(1), "10:00-11:00"), ServiceDay.Holiday(s_day.PlusDays(1)) with { Feed = "italy" },
            ],
        };
        var calendar = hours.ToCalendar().Value;
        calendar.IntervalsOn(s_day).Should().Equal(BusinessInterval.Parse("09:00-12:00"));
        calendar.Breaks.Should().ContainSingle().Which.Key.Should().Be(s_day.PlusDays(1));
        calendar.IntervalsOn(s_day.PlusDays(1)).Should().BeEmpty("a break by hand does not open a holiday");
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "$")]
    [InlineData("""{"weekly":{"monday":["09:00-17:00"]}}""", "$.zone")]
    [InlineData("""{"zone":"Europe/Rome"}""", "$.weekly")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"mon":["09:00-17:00"]}}""", "$.weekly.mon")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"monday":["9-17"]}}""", "$.weekly.monday[0]")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"1":["09:00-17:00"]}}""", "$.weekly.1")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"daily":["09:00-17:00"]},"holiday":["2026-12-25"]}""", "$.holiday")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"daily":["09:00-17:00"]},"holidays":["2026-12-32"]}""", "$.holidays[0]")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"daily":["09:00-17:00"]},"days":[{"date":"2026-12-24","open":[]}]}""", "$.days[0].open")]
    [InlineData("""{"zone":"Europe/Rome","weekly":{"daily":["09:00-17:00"]},"breaks":[{"date":"2026-12-24","closed":["09:00-10:00"],"feed":"No Feed"}]}""", "$.breaks[0]")]
    public void Parse_SomethingElse_IsRefusedWithItsPlace(string json, string place)
    {
        var error = ServiceHours.Parse(json).Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be("ServiceDefinitionUnreadable");
        error.Target.Should().Be(place);
    }

    [Fact]
    public void Parse_WhatPeopleWrite_IsRead()
    {
        var hours = ServiceHours.Parse("""
            {
              // comments are allowed
              "zone": "Europe/Rome",
              "weekly": { "weekdays": ["09:00-12:00", "13:00-17:30"], "friday": ["09:00-13:00"] },
              "holidays": ["2026-06-02", { "date": "2026-12-25", "name": "Natale" }],
              "days": [{ "date": "2026-06-06", "open": ["09:00-12:00"], "name": "Extra Saturday" }],
            }
            """).Value;
        hours.Weekly[IsoDayOfWeek.Friday].Should().Equal(BusinessInterval.Parse("09:00-13:00"));
        hours.Weekly[IsoDayOfWeek.Thursday].Should().HaveCount(2);
        hours.Days.Select(d => (d.Kind, d.Name)).Should().Equal((ServiceDayKind.Holiday, null), (ServiceDayKind.Hours, "Extra Saturday"), (ServiceDayKind.Holiday, "Natale"));
    }

    private static ServiceHours Week() => ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-17:00").Build());

    private static IEnumerable<string> Codes(params ServiceDay[] days) => (Week() with { Days = days }).ToCalendar().Errors.Select(e => e.Code);

    private static IReadOnlyList<BusinessInterval> Read(string texts) => [.. texts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(BusinessInterval.Parse)];
}
