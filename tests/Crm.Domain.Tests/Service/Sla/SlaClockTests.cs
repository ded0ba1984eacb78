using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla;

/// <summary>Service levels of single cases, reckoned by hand. Hours are those of Rome, Monday to Friday 09:00-12:00 and 13:00-17:30.</summary>
public sealed class SlaClockTests
{
    private static readonly BusinessCalendar s_rome = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();

    private static readonly SlaTerms s_terms = new(s_rome)
    {
        FirstResponse = SlaDuration.OfMinutes(60),
        NextResponse = SlaDuration.OfMinutes(120),
        Resolution = SlaDuration.OfMinutes(240),
    };

    private static readonly Instant s_friday = At(5, 8, 16, 45);

    [Fact]
    [Trait("Check", "SC-03")]
    public void Read_FourHoursFromFridayAfternoon_AreDueOnMondayAndMovedByTheHoursOfThePause()
    {
        Claim(At(5, 11, 9), SlaTarget.Resolution, Opened(s_friday)).Due.Should().Be(At(5, 11, 13, 15));
        var held = Claim(At(5, 11, 15), SlaTarget.Resolution, Opened(s_friday), Status(At(5, 11, 10), CaseCategory.Paused), Status(At(5, 11, 14), CaseCategory.Open));
        (held.Due, held.Status, held.Used, held.Left).Should().Be((At(5, 11, 16, 15), SlaTargetStatus.Running, Duration.FromMinutes(45 + 60 + 60), Duration.FromMinutes(75)));
    }

    [Fact]
    [Trait("Check", "SC-08")]
    public void Read_PauseOutsideWorkingHours_ChangesNothing()
    {
        var terms = s_terms with { Resolution = SlaDuration.OfMinutes(450) };
        var claim = Claim(At(5, 12, 10), SlaTarget.Resolution, Opened(At(5, 11, 9), terms), Status(At(5, 11, 17, 30), CaseCategory.Paused), Status(At(5, 12, 9), CaseCategory.Open));
        claim.Due.Should().Be(At(5, 11, 17, 30));
    }

    [Fact]
    [Trait("Check", "SC-08")]
    public void Read_WhilePaused_NothingIsDueButTheFirstResponse()
    {
        var timeline = Read(At(5, 11, 9, 30), Opened(s_friday), SlaEvent.CustomerMessage(s_friday), Status(At(5, 11, 9), CaseCategory.Paused));
        timeline.Latest(SlaTarget.FirstResponse)!.Due.Should().Be(At(5, 11, 9, 15), "the customer has heard nothing yet");
        timeline.Latest(SlaTarget.FirstResponse)!.Status.Should().Be(SlaTargetStatus.Missed);
        timeline.Latest(SlaTarget.Resolution)!.Should().Match<SlaClaim>(c => c.Due == null && c.Status == SlaTargetStatus.Paused && c.Left == Duration.FromMinutes(195));
        timeline.Latest(SlaTarget.NextResponse)!.Status.Should().Be(SlaTargetStatus.Paused);
        timeline.NextDue.Should().Be(At(5, 11, 9, 15));

        var calm = s_terms with { PausesFirstResponse = true };
        Read(At(5, 11, 9, 30), Opened(s_friday, calm), Status(At(5, 11, 9), CaseCategory.Paused)).NextDue.Should().BeNull();
        var answered = Read(At(5, 11, 9, 30), Opened(s_friday, s_terms with { HoldIsFirstResponse = true }), Status(At(5, 11, 9), CaseCategory.Paused));
        answered.Latest(SlaTarget.FirstResponse)!.Status.Should().Be(SlaTargetStatus.Met);
        answered.FirstRespondedAt.Should().Be(At(5, 11, 9));
    }

    [Fact]
    [Trait("Check", "SC-08")]
    public void Read_PausedAfterTheDeadline_StaysMissed()
    {
        var claim = Claim(At(5, 12, 9), SlaTarget.Resolution, Opened(s_friday), Status(At(5, 11, 14), CaseCategory.Paused));
        (claim.Status, claim.Due, claim.Left).Should().Be((SlaTargetStatus.Missed, At(5, 11, 13, 15), Duration.FromMinutes(-45)));
    }

    [Fact]
    [Trait("Check", "SC-04")]
    public void Read_NextResponse_CountsFromTheFirstUnansweredMessageAndEachExchangeByItself()
    {
        var messages = new[]
        {
            Opened(At(5, 11, 9)), SlaEvent.CustomerMessage(At(5, 11, 9)), SlaEvent.CustomerMessage(At(5, 11, 10)), SlaEvent.Reply(At(5, 11, 10, 30)),
            SlaEvent.CustomerMessage(At(5, 11, 14)),
        };
        Read(At(5, 11, 10, 15), messages).Latest(SlaTarget.NextResponse)!.Due.Should().Be(At(5, 11, 11), "another message does not move it");
        Read(At(5, 11, 11), messages).Latest(SlaTarget.NextResponse)!.IsOpen.Should().BeFalse();
        var timeline = Read(At(5, 11, 16, 30), messages);
        timeline.Latest(SlaTarget.NextResponse)!.Should().Match<SlaClaim>(c => c.Ordinal == 2 && c.Due == At(5, 11, 16) && c.Status == SlaTargetStatus.Missed && c.IsOpen);
        timeline.Worst(SlaTarget.NextResponse)!.Should().Match<SlaClaim>(c => c.Ordinal == 1 && c.Used == Duration.FromMinutes(90) && c.Left == Duration.FromMinutes(30));
        timeline.Latest(SlaTarget.FirstResponse)!.Should().Match<SlaClaim>(c => c.Status == SlaTargetStatus.Missed && c.Left == Duration.FromMinutes(-30));
        timeline.Status.Should().Be(SlaTargetStatus.Missed);
    }

    [Fact]
    [Trait("Check", "SC-11")]
    public void Read_Resolved_IsJudgedOnceAndClosingChangesNothing()
    {
        var events = new[] { Opened(At(5, 11, 9)), SlaEvent.Reply(At(5, 11, 9, 30)), Status(At(5, 11, 11), CaseCategory.Resolved), Status(At(5, 13, 9), CaseCategory.Closed) };
        var resolved = Read(At(5, 12, 9), events);
        resolved.Latest(SlaTarget.Resolution)!.Should().Match<SlaClaim>(c => c.Status == SlaTargetStatus.Met && c.Used == Duration.FromMinutes(120) && c.Left == Duration.FromMinutes(120));
        (resolved.Status, resolved.NextDue, resolved.ResolvedAt).Should().Be((SlaTargetStatus.Met, null, At(5, 11, 11)));
        Read(At(5, 14, 9), events).Claims.Should().BeEquivalentTo(resolved.Claims);
    }

    [Fact]
    [Trait("Check", "SC-10")]
    public void Read_Reopened_GoesOnOrBeginsAnew()
    {
        SlaEvent[] events = [SlaEvent.Reply(At(5, 11, 9, 30)), Status(At(5, 11, 11), CaseCategory.Resolved), Status(At(5, 12, 9), CaseCategory.Open)];
        var goesOn = Read(At(5, 12, 10), [Opened(At(5, 11, 9)), .. events]);
        goesOn.Claims.Select(c => (c.Target, c.Ordinal)).Should().Equal((SlaTarget.FirstResponse, 1), (SlaTarget.Resolution, 1));
        goesOn.Latest(SlaTarget.Resolution)!.Should().Match<SlaClaim>(c => c.IsOpen && c.Due == At(5, 12, 11) && c.Used == Duration.FromMinutes(180));

        var anew = Read(At(5, 12, 10), [Opened(At(5, 11, 9), s_terms with { Reopening = SlaReopening.NewCycle }), .. events]);
        anew.Claims.Select(c => (c.Target, c.Ordinal, c.Status)).Should().Equal(
            (SlaTarget.FirstResponse, 1, SlaTargetStatus.Met), (SlaTarget.Resolution, 1, SlaTargetStatus.Met),
            (SlaTarget.FirstResponse, 2, SlaTargetStatus.Running), (SlaTarget.Resolution, 2, SlaTargetStatus.Running));
        anew.NextDue.Should().Be(At(5, 12, 10));
    }

    [Fact]
    [Trait("Check", "SC-10")]
    public void Read_ChangedTerms_RecomputeWhatIsOpenAndLeaveWhatWasFulfilled()
    {
        var urgent = s_terms with { FirstResponse = SlaDuration.OfMinutes(1), Resolution = SlaDuration.OfMinutes(60) };
        SlaEvent[] events = [Opened(At(5, 11, 9)), SlaEvent.Reply(At(5, 11, 9, 30)), SlaEvent.TermsChanged(At(5, 11, 9, 40), urgent)];
        var changed = Read(At(5, 11, 9, 50), events);
        changed.Latest(SlaTarget.Resolution)!.Due.Should().Be(At(5, 11, 10));
        changed.Latest(SlaTarget.FirstResponse)!.Should().Match<SlaClaim>(c => c.Status == SlaTargetStatus.Met && c.Allowed == s_terms.FirstResponse, "it was given in time");

        var without = Read(At(5, 11, 12), [.. events, SlaEvent.TermsChanged(At(5, 11, 10, 30), null)]);
        (without.NextDue, without.Latest(SlaTarget.Resolution)!.Status).Should().Be((null, SlaTargetStatus.Cancelled));
        without.Status.Should().Be(SlaTargetStatus.Met);
        var again = Read(At(5, 11, 12), [.. events, SlaEvent.TermsChanged(At(5, 11, 10, 30), null), SlaEvent.TermsChanged(At(5, 11, 11), s_terms)]);
        again.Latest(SlaTarget.Resolution)!.Due.Should().Be(At(5, 11, 14), "it counts from the opening");
    }

    [Fact]
    [Trait("Check", "SC-11")]
    public void Read_Explained_NamesEveryStretchAndTheSumsAreTheFigures()
    {
        var claim = SlaClock.Read(
            [Opened(s_friday), Status(At(5, 11, 10), CaseCategory.Paused), Status(At(5, 11, 14), CaseCategory.Open)], At(5, 11, 15), explain: true).Latest(SlaTarget.Resolution)!;
        claim.Spans.Select(s => (s.Counts, s.BusinessTime.TotalMinutes)).Should().Equal((true, 105), (false, 180), (true, 60));
        claim.Spans[0].OpenPeriods.Should().Equal(new Interval(s_friday, At(5, 8, 17, 30)), new Interval(At(5, 11, 9), At(5, 11, 10)));
        claim.Spans.Where(s => s.Counts).Aggregate(Duration.Zero, (sum, s) => sum + s.BusinessTime).Should().Be(claim.Used);
    }

    [Fact]
    public void Read_NothingYetOrOutOfOrder_IsEmptyOrRefused()
    {
        Read(At(5, 1, 9), Opened(s_friday)).Claims.Should().BeEmpty();
        Read(s_friday, Opened(s_friday, null)).Should().Match<SlaTimeline>(t => t.Status == null && t.NextDue == null);
        foreach (var events in new SlaEvent[][] { [SlaEvent.Reply(s_friday)], [Opened(s_friday), Opened(s_friday)], [Opened(s_friday), SlaEvent.Reply(s_friday - Duration.Epsilon)] })
        {
            FluentActions.Invoking(() => Read(At(5, 20, 9), events)).Should().Throw<ArgumentException>();
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e12)]
    public void Duration_NobodyCanMean_IsRefused(double minutes) =>
        FluentActions.Invoking(() => SlaDuration.OfMinutes(minutes)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Duration_InDays_KeepsTheTimeOfDayOrTakesTheClosing()
    {
        SlaDuration.OfDays(1).DueFrom(s_rome, s_friday).Should().Be(At(5, 11, 16, 45));
        SlaDuration.OfDays(1, toEndOfDay: true).DueFrom(s_rome, At(5, 8, 10)).Should().Be(At(5, 11, 17, 30));
        SlaDuration.OfDays(1).DueFrom(s_rome, At(5, 8, 10), [new(At(5, 8, 11), At(5, 8, 12)), new(At(5, 9, 8), At(5, 9, 20))]).Should().Be(At(5, 11, 11));
        SlaDuration.OfDays(0).DueFrom(s_rome, At(5, 8, 10)).Should().Be(At(5, 8, 10));
        SlaDuration.OfDays(0).DueFrom(s_rome, At(5, 9, 10)).Should().Be(At(5, 11, 9));
        SlaDuration.OfDays(0, toEndOfDay: true).DueFrom(s_rome, At(5, 8, 10)).Should().Be(At(5, 8, 17, 30));
    }

    private static Instant At(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant();

    private static SlaEvent Opened(Instant at) => Opened(at, s_terms);

    private static SlaEvent Opened(Instant at, SlaTerms? terms) => SlaEvent.Opened(at, terms);

    private static SlaEvent Status(Instant at, CaseCategory category) => SlaEvent.StatusChanged(at, category);

    private static SlaTimeline Read(Instant asOf, params SlaEvent[] events) => SlaClock.Read(events, asOf);

    private static SlaClaim Claim(Instant asOf, SlaTarget target, params SlaEvent[] events) => Read(asOf, events).Latest(target)!;
}
