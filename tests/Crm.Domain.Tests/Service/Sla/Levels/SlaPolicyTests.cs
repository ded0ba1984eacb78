using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TestScale = Crm.Testing.TestScale;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>What policies promise, and that versions say the same later.</summary>
[Trait("Check", "SC-10")]
public sealed class SlaPolicyTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 5, 4, 8, 0);
    private static readonly SlaPromise s_promise = new() { FirstResponse = SlaDuration.OfMinutes(60), Resolution = SlaDuration.OfMinutes(480) };
    private static readonly BusinessCalendar s_calendar = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-17:00").Build();

    [Fact]
    public void Json_OfAllTerms_ReadsBackEqualAndMakesEqualTerms() => Prop.ForAll(LevelGenerators.Terms.ToArbitrary(), terms =>
    {
        var read = SlaPolicyTerms.Parse(terms.ToJson()).Value;
        return read.Equals(terms) && read.ToJson() == terms.ToJson()
            && Enum.GetValues<CasePriority>().All(p => read.For(p, s_calendar).Equals(terms.For(p, s_calendar)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(300, 3_000)));

    [Fact]
    public void Parse_WhatPeopleWrite_IsRead()
    {
        var terms = SlaPolicyTerms.Parse("""
            {
              "calendar": "rome",
              "targets": { "all": { "firstResponse": 240, "resolution": { "days": 3, "endOfDay": true } }, "urgent": { "firstResponse": 30.5, "nextResponse": { "minutes": 60 }, "resolution": { "time": "0:08:00:00" } } },
              "pauses": { "firstResponse": true },
              "levels": [
                { "name": "warning", "at": { "share": 0.75 }, "actions": [{ "kind": "notify" }] },
                { "name": "late", "target": "resolution", "at": { "fromDueMinutes": 60 }, "actions": [{ "kind": "raisePriority" }, { "kind": "host", "value": "pager" }] }
              ]
            }
            """).Value;
        terms.Promises[CasePriority.Low].Should().Be(new SlaPromise { FirstResponse = SlaDuration.OfMinutes(240), Resolution = SlaDuration.OfDays(3, true) });
        terms.Promises[CasePriority.Urgent].Should().Be(new SlaPromise { FirstResponse = SlaDuration.OfMinutes(30.5), NextResponse = SlaDuration.OfMinutes(60), Resolution = SlaDuration.OfMinutes(480) });
        (terms.PausesFirstResponse, terms.PausesNextResponse, terms.PausesResolution).Should().Be((true, true, true));
        terms.Levels[0].Should().Be(EscalationLevel.Warning);
        terms.Levels[1].At.Should().Be(EscalationMoment.FromDue(Duration.FromHours(1)));
    }

    [Theory]
    [InlineData("""{}""", "$.targets")]
    [InlineData("""{"targets":{"soon":{}}}""", "$.targets.soon")]
    [InlineData("""{"targets":{"all":{"response":5}}}""", "$.targets.all.response")]
    [InlineData("""{"targets":{"all":{"resolution":-5}}}""", "$.targets.all.resolution")]
    [InlineData("""{"targets":{"all":{"resolution":{"hours":5}}}}""", "$.targets.all.resolution.hours")]
    [InlineData("""{"targets":{"all":{"resolution":{"days":5.5}}}}""", "$.targets.all.resolution.days")]
    [InlineData("""{"targets":{"all":{"resolution":1e300}}}""", "$.targets.all.resolution")]
    [InlineData("""{"targets":{"all":{"resolution":5}},"reopening":"never"}""", "$.reopening")]
    [InlineData("""{"targets":{"all":{"resolution":5}},"levels":[{"name":"x","at":{"share":1}}]}""", "$.levels[0].at.share")]
    [InlineData("""{"targets":{"all":{"resolution":5}},"levels":[{"name":"x","at":{"share":0.5},"actions":[{"kind":"shout"}]}]}""", "$.levels[0].actions[0].kind")]
    public void Parse_SomethingElse_IsRefusedWithItsPlace(string json, string place)
    {
        var error = SlaPolicyTerms.Parse(json).Errors.Should().ContainSingle().Subject;
        (error.Code, error.Target).Should().Be(("ServiceDefinitionUnreadable", place));
    }

    [Theory]
    [InlineData(60, 60, null)]
    [InlineData(61, 60, "SlaResponseAfterResolution")]
    public void Response_LongerThanResolution_IsRefused(int response, int resolution, string? code)
    {
        var terms = SlaPolicyTerms.ForAll(new SlaPromise { FirstResponse = SlaDuration.OfMinutes(response), Resolution = SlaDuration.OfMinutes(resolution) });
        Make().CanPublish(terms).Code.Should().Be(code);
    }

    [Fact]
    public void Response_InDaysAgainstResolutionInTime_IsComparedInTheCalendar()
    {
        Problems(SlaDuration.OfDays(1), SlaDuration.OfMinutes(481)).Should().BeEmpty();
        Problems(SlaDuration.OfDays(1), SlaDuration.OfMinutes(480)).Should().Equal(["SlaResponseAfterResolution"], "from an opening, eight hours end at closing time and a business day at the next opening");
        Problems(SlaDuration.OfMinutes(480), SlaDuration.OfDays(1)).Should().BeEmpty();
        Problems(SlaDuration.OfMinutes(481), SlaDuration.OfDays(1)).Should().Equal("SlaResponseAfterResolution");
    }

    [Fact]
    public void Terms_ThatAreNotWhole_AreRefused()
    {
        var policy = Make();
        policy.CanPublish(new SlaPolicyTerms { Promises = new Dictionary<CasePriority, SlaPromise> { [CasePriority.High] = s_promise } }).Code.Should().Be("SlaPolicyPriorityMissing");
        policy.CanPublish(SlaPolicyTerms.ForAll(s_promise) with { Levels = [EscalationLevel.Warning, EscalationLevel.Warning with { Name = "WARNING" }] }).Code.Should().Be("EscalationLevelRepeated");
        policy.Invoking(p => p.Publish(SlaPolicyTerms.ForAll(new SlaPromise()), "ada", s_now)).Should().Throw<ArgumentException>();
        policy.Invoking(p => p.Publish(SlaPolicyTerms.ForAll(s_promise) with { Levels = [EscalationLevel.Breach with { At = EscalationMoment.AtShare(.5m) }] }, "ada", s_now)).Should().Throw<ArgumentException>();
        policy.Invoking(p => p.Publish(SlaPolicyTerms.ForAll(s_promise) with { Levels = [EscalationLevel.Warning with { Actions = [new(EscalationActionKind.RaisePriority, "extreme")] }] }, "ada", s_now))
            .Should().Throw<ArgumentException>();
        policy.Versions.Should().ContainSingle();
    }

    [Fact]
    public void Publish_ANewVersion_LeavesTheOldOne()
    {
        var policy = Make();
        var before = policy.Current;
        policy.Publish(SlaPolicyTerms.ForAll(s_promise with { Resolution = SlaDuration.OfDays(2) }), "bob", s_now + Duration.FromDays(1));
        policy.Current.Number.Should().Be(2);
        before.Terms.Promises[CasePriority.Low].Should().Be(s_promise);
        policy.PendingEvents[^1].Event.Should().BeOfType<SlaPolicyPublished>().Which.VersionId.Should().Be(policy.Current.Id);
    }

    [Fact]
    public void Default_CannotBeRetired_AndARetiredOneCannotBecomeIt()
    {
        var policy = Make();
        policy.BecomeDefault(s_now);
        policy.CanRetire().Code.Should().Be("SlaPolicyIsDefault");
        policy.CanBecomeDefault().Code.Should().Be("SlaPolicyIsDefault");
        policy.StepDown(s_now);
        policy.Retire(s_now);
        policy.CanBecomeDefault().Code.Should().Be("SlaPolicyRetired");
        policy.Reinstate(s_now);
        policy.IsActive.Should().BeTrue();
    }

    [Fact]
    public void Validity_ThatEndsBeforeItBegins_IsRefused() => Make()
        .Invoking(p => p.Change(new SlaPolicyDetails("Gold") { ValidFrom = s_now, ValidUntil = s_now }, s_now)).Should().Throw<ArgumentException>();

    private static IEnumerable<string> Problems(SlaDuration response, SlaDuration resolution) => SlaPolicyTermsRules
        .ProblemsIn(SlaPolicyTerms.ForAll(new SlaPromise { FirstResponse = response, Resolution = resolution }), s_calendar, s_now, CrmErrorDescriber.Default).Select(e => e.Code).Distinct();

    private static SlaPolicy Make() => new(SlaPolicyId.New(s_now), new SlaPolicyDetails("Gold"), SlaPolicyTerms.ForAll(s_promise), 1, "ada", s_now);
}
