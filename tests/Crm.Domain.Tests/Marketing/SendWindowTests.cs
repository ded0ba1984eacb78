using Crm.Domain.Marketing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

public sealed class SendWindowTests
{
    private static readonly DateTimeZone s_berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly string[] s_zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia", "Africa/Cairo"];

    [Fact]
    public void Next_BeforeTheWindow_IsItsBeginning() => Morning().Next(Instant.FromUtc(2026, 7, 1, 3, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 7, 1, 7, 0));

    [Fact]
    public void Next_WithinTheWindow_IsNow() => Morning().Next(Instant.FromUtc(2026, 7, 1, 9, 30), s_berlin).Should().Be(Instant.FromUtc(2026, 7, 1, 9, 30));

    [Fact]
    public void Next_AtItsEnd_IsTheNextDay() => Morning().Next(Instant.FromUtc(2026, 7, 1, 10, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 7, 2, 7, 0));

    [Fact]
    public void Next_OtherWeekday_IsTheNextOneOfItsDays() =>
        (Morning() with { Days = [IsoDayOfWeek.Monday] }).Next(Instant.FromUtc(2026, 7, 1, 3, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 7, 6, 7, 0));

    [Fact]
    public void Next_WindowThatClocksSkip_IsTheNextDay() =>
        new SendWindow(new LocalTime(2, 15), new LocalTime(2, 45)).Next(Instant.FromUtc(2026, 3, 28, 23, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 3, 30, 0, 15));

    [Fact]
    public void Next_WindowBegunInASkippedHour_BeginsAfterIt() =>
        new SendWindow(new LocalTime(2, 30), new LocalTime(4, 0)).Next(Instant.FromUtc(2026, 3, 28, 23, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 3, 29, 1, 0));

    [Fact]
    public void Next_WindowWithinTheDoubledHour_IsItsFirstPass() =>
        new SendWindow(new LocalTime(2, 15), new LocalTime(2, 45)).Next(Instant.FromUtc(2026, 10, 24, 22, 0), s_berlin).Should().Be(Instant.FromUtc(2026, 10, 25, 0, 15));

    [Fact]
    public void Next_EmptyWindow_IsRefusedAsUnusable() => new SendWindow(new LocalTime(9, 0), new LocalTime(8, 0)).IsUsable.Should().BeFalse();

    [Fact]
    public void Next_AnyMomentWindowAndZone_IsOpenThereAndNotBefore() => Prop.ForAll<int, Tuple<byte, byte, byte, byte>>(
        (minute, rest) => IsOpenThere(minute, rest.Item1, rest.Item2, rest.Item3, rest.Item4)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static void IsOpenThere(int minute, byte zone, byte from, byte length, byte days)
    {
        var (local, start) = (DateTimeZoneProviders.Tzdb[s_zones[zone % s_zones.Length]], LocalTime.FromMinutesSinceMidnight(from * 5 % 1380));
        var end = LocalTime.FromMinutesSinceMidnight(Math.Min(1439, (start.Hour * 60) + start.Minute + 15 + (length % 200)));
        var window = new SendWindow(start, end) { Days = [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None && (days & (1 << (int)d)) != 0)] };
        var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(Math.Abs((long)minute) % 1_500_000);
        var next = window.Next(now, local);
        var there = next.InZone(local);
        next.Should().BeGreaterThanOrEqualTo(now);
        (there.TimeOfDay >= start && there.TimeOfDay < end).Should().BeTrue($"{there} is within {start} to {end}");
        (window.Days.Count == 0 || window.Days.Contains(there.DayOfWeek)).Should().BeTrue();
    }

    private static SendWindow Morning() => new(new LocalTime(9, 0), new LocalTime(12, 0));
}
