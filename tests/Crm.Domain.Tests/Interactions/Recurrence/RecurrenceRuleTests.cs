using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

/// <summary>What the standard's examples do not show.</summary>
[Trait("Check", "IN-09")]
public class RecurrenceRuleTests
{
    private static readonly DateTimeZone s_berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,100,200")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=19971224")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=13")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999")]
    [InlineData("FREQ=DAILY;COUNT=-1")]
    [InlineData("FREQ=DAILY;FREQ=DAILY")]
    [InlineData("FREQ=DAILY;UNTIL=tomorrow")]
    [InlineData("COUNT=3")]
    [InlineData("")]
    [InlineData("FREQ")]
    [InlineData("FREQ=DAILY;")]
    public void Parse_WhatCannotBeFollowed_IsRefused(string text)
    {
        RecurrenceRule.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => RecurrenceRule.Parse(text)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Occurrences_OverBothClockChanges_StayAtTheirHour()
    {
        var times = RecurrenceRule.Parse("FREQ=WEEKLY").Occurrences(new LocalDateTime(2026, 3, 22, 9, 0), s_berlin).Take(36).ToList();

        times.Should().OnlyContain(t => t.TimeOfDay == new LocalTime(9, 0));
        times.Select(t => t.InZoneStrictly(s_berlin).Offset.Seconds / 3600).Distinct().Should().Equal(1, 2);
    }

    [Fact]
    public void Occurrence_WithinTheSkippedHour_IsNone()
    {
        // On 2026-03-29 clocks in Berlin go from two to three.
        var times = RecurrenceRule.Parse("FREQ=DAILY;COUNT=3").Occurrences(new LocalDateTime(2026, 3, 28, 2, 30), s_berlin).ToList();

        times.Select(t => t.Day).Should().Equal(28, 30, 31);
    }

    [Fact]
    public void Occurrence_On29February_WaitsForLeapYears() => RecurrenceRule.Parse("FREQ=YEARLY").Occurrences(new LocalDateTime(2096, 2, 29, 9, 0), DateTimeZone.Utc)
        .Take(3).Select(t => t.Year).Should().Equal(2096, 2104, 2108);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;INTERVAL=10000;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;INTERVAL=10000")]
    public void Occurrences_OfARuleThatNeverHolds_End(string rule) =>
        RecurrenceRule.Parse(rule).Occurrences(new LocalDateTime(2026, 1, 1, 9, 0), DateTimeZone.Utc).Should().ContainSingle("the start is always the first");

    [Fact]
    public void Occurrences_AtTheEndOfTheCalendar_End() => RecurrenceRule.Parse("FREQ=DAILY").Occurrences(new LocalDateTime(9998, 12, 1, 9, 0), DateTimeZone.Utc)
        .Count().Should().BeInRange(1, 800);

    [Fact]
    public void Until_OfEachForm_IncludesItsMoment()
    {
        foreach (var until in new[] { "20260603", "20260603T090000", "20260603T070000Z" })
        {
            RecurrenceRule.Parse($"FREQ=DAILY;UNTIL={until}").Occurrences(new LocalDateTime(2026, 6, 1, 9, 0), s_berlin).Should().HaveCount(3, until);
        }

        RecurrenceRule.Parse("FREQ=DAILY;UNTIL=20260603T065959Z").Occurrences(new LocalDateTime(2026, 6, 1, 9, 0), s_berlin).Should().HaveCount(2);
    }

    [Fact]
    public void Rule_WrittenAndRead_IsTheSame() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Rules(), rule =>
    {
        RecurrenceRule.Parse(rule.ToString()).Should().Be(rule);
        var recurrence = new Recurrence(rule) { Except = [new LocalDateTime(2026, 6, 2, 9, 0), new LocalDateTime(2026, 6, 1, 9, 0)] };
        Recurrence.Parse(recurrence.ToString()).Should().Be(recurrence);
    }));

    [Fact]
    public void Occurrences_OfAnyRule_AreInOrderAndBounded() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Rules(), rule =>
    {
        var start = new LocalDateTime(2026, 1, 31, 2, 30);
        var times = rule.Occurrences(start, s_berlin).Take(40).ToList();

        times.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (rule.Count is null || times.Count <= rule.Count).Should().BeTrue();
        times.Skip(1).All(t => t.TimeOfDay == start.TimeOfDay
            && (rule.Months.Count == 0 || rule.Months.Contains(t.Month))
            && (rule.Days.Count == 0 || rule.Days.Any(d => d.Day == t.DayOfWeek))).Should().BeTrue(rule.ToString());
    }));

    private static Arbitrary<RecurrenceRule> Rules() => (
        from frequency in Gen.Elements(Enum.GetValues<RecurrenceFrequency>())
        from interval in Gen.Choose(1, 4)
        from count in Gen.Choose(0, 20)
        from months in Gen.Choose(1, 12).ListOf(2)
        from withMonths in Gen.Elements(true, false)
        from monthDays in Gen.Elements(1, 15, 29, 31, -1, -3).ListOf(2)
        from withMonthDays in Gen.Elements(true, false)
        from day in Gen.Elements(Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToArray())
        from ordinal in Gen.Elements(0, 1, 2, -1)
        from withDays in Gen.Elements(true, false)
        select new RecurrenceRule(frequency)
        {
            Interval = interval,
            Count = count == 0 ? null : count,
            Months = withMonths ? [.. months] : [],
            MonthDays = withMonthDays && frequency != RecurrenceFrequency.Weekly ? [.. monthDays] : [],
            Days = withDays ? [new RecurrenceDay(day, frequency >= RecurrenceFrequency.Monthly ? ordinal : 0)] : [],
        }).ToArbitrary();
}
