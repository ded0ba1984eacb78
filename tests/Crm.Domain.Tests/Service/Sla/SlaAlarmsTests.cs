using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla;

/// <summary>When levels of escalation come.</summary>
[Trait("Check", "SC-12")]
public sealed class SlaAlarmsTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 6, 1, 7, 0);
    private static readonly BusinessCalendar s_office = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();
    private static readonly ServiceLevel s_level = new(
        new(SlaPolicyVersionId.New(s_start), ServiceCalendarVersionId.New(s_start), CasePriority.Normal),
        "Standard",
        new SlaTerms(s_office) { FirstResponse = SlaDuration.OfMinutes(30), Resolution = SlaDuration.OfMinutes(240), PausesFirstResponse = false },
        [
            EscalationLevel.Warning,
            new() { Name = "Breach", At = EscalationMoment.Breach, Target = SlaTarget.Resolution, Actions = [new(EscalationActionKind.Notify, "boss")] },
            new() { Name = "soon", At = EscalationMoment.FromDue(Duration.FromMinutes(-30)), Target = SlaTarget.Resolution },
            new() { Name = "late", At = EscalationMoment.FromDue(Duration.FromMinutes(60)) },
        ]);

    [Fact]
    public void Levels_OfATarget_AreItsOwnAndTheBreach()
    {
        SlaAlarms.LevelsFor(s_level, SlaTarget.FirstResponse).Should().Equal(EscalationLevel.Warning, s_level.Levels[3], EscalationLevel.Breach);
        SlaAlarms.LevelsFor(s_level, SlaTarget.Resolution).Select(l => (l.Name, l.Actions.Count)).Should().Equal(("warning", 1), ("breach", 1), ("soon", 0), ("late", 0));
    }

    [Fact]
    public void Alarms_WhileTheClockRuns_AreAllLevelsInOrder() => Alarms(Minutes(10), SlaTarget.Resolution, Opened())
        .Should().Equal(("warning", Minutes(180)), ("soon", Minutes(270)), ("breach", Minutes(300)), ("late", Minutes(360)));

    [Fact]
    public void Alarms_WhileItStandsStill_AreThoseThatCameBefore()
    {
        Alarms(Minutes(400), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(60), CaseCategory.Paused)).Should().BeEmpty();
        Alarms(Minutes(250), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(250), CaseCategory.Paused)).Should().Equal(("warning", Minutes(180)));
        Alarms(Minutes(400), SlaTarget.FirstResponse, Opened(), SlaEvent.StatusChanged(Minutes(10), CaseCategory.Paused))
            .Should().Equal(("warning", Minutes(22.5)), ("breach", Minutes(30)), ("late", Minutes(90)));
        Alarms(Minutes(900), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(310), CaseCategory.Paused))
            .Should().Equal([("warning", Minutes(180)), ("soon", Minutes(270)), ("breach", Minutes(300)), ("late", Minutes(360))], "it is missed, and whoever waits for it waits on");
    }

    [Fact]
    public void Alarms_OfWhatHasEnded_SayOnlyThatItWasMissed()
    {
        Alarms(Minutes(250), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(250), CaseCategory.Resolved)).Should().BeEmpty();
        Alarms(Minutes(500), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(310), CaseCategory.Resolved)).Should().Equal(("breach", Minutes(300)));
        Alarms(Minutes(500), SlaTarget.Resolution, Opened(), SlaEvent.StatusChanged(Minutes(370), CaseCategory.Resolved)).Should().Equal(("breach", Minutes(300)), ("late", Minutes(360)));
        Alarms(Minutes(20), SlaTarget.Resolution, Opened(), SlaEvent.TermsChanged(Minutes(10), null)).Should().BeEmpty();
    }

    /// <summary>At a share of the time, exactly that share is used, whatever pauses there were.</summary>
    [Fact]
    public void Share_WhenItComes_IsUsed()
    {
        var stories = from minutes in Gen.Choose(2, 3_000) from share in Gen.Choose(1, 99) from pause in Gen.Choose(0, 3_000) from length in Gen.Choose(0, 3_000) select (minutes, share, pause, length);
        Prop.ForAll(stories.ToArbitrary(), story =>
        {
            var (minutes, share, pause, length) = story;
            var level = s_level with
            {
                Terms = new SlaTerms(s_office) { Resolution = SlaDuration.OfMinutes(minutes) },
                Levels = [new() { Name = "share", At = EscalationMoment.AtShare(share / 100m) }],
            };
            SlaEvent[] events = [SlaEvent.Opened(s_start, level.Terms), SlaEvent.StatusChanged(Minutes(pause), CaseCategory.Paused), SlaEvent.StatusChanged(Minutes(pause + length), CaseCategory.Open)];
            var claim = SlaClock.Read(events, Minutes(pause + length), explain: true).Latest(SlaTarget.Resolution)!;
            var alarm = SlaAlarms.Of(claim, level).First(a => a.Level == "share");
            var then = SlaClock.Read(events, alarm.At).Latest(SlaTarget.Resolution)!;
            return then.Used == Duration.FromMinutes(minutes) * share / 100;
        }).QuickCheckThrowOnFailure();
    }

    private static SlaEvent Opened() => SlaEvent.Opened(s_start, s_level.Terms);

    private static Instant Minutes(double minutes) => s_start + Duration.FromMinutes(minutes);

    private static IEnumerable<(string Level, Instant At)> Alarms(Instant asOf, SlaTarget target, params SlaEvent[] events) =>
        SlaAlarms.Of(SlaClock.Read(events, asOf, explain: true).Latest(target)!, s_level).Select(a => (a.Level, a.At));
}
