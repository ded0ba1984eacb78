using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Marketing;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

/// <summary>Journeys as JSON: written as they were read, and refused with the place of what is wrong.</summary>
[Trait("Check", "EM-04")]
public sealed class JourneyDefinitionTests
{
    private const string Whole = """
        {"entry":{"by":"event","event":"customers.customer-created","where":{"field":"kind","operator":"equals","value":"person"},"when":{"field":"tag","operator":"equals","value":"vip"}},
         "reentry":"P30D","exit":{"field":"tag","operator":"equals","value":"left"},"control":0.1,"goal":{"event":"orders.order-placed","within":"P90D"},
         "steps":[{"key":"a","do":"addTag","tag":"x","next":"b"},{"key":"b","wait":{"for":"P3D","between":["22:00","06:00"],"weekdays":["monday","sunday"]},"next":"c"},
                  {"key":"c","await":"orders.order-placed","where":{"field":"number","operator":"equals","value":"1"},"within":"PT36H","yes":"d","no":"e"},
                  {"key":"d","when":{"field":"tag","operator":"equals","value":"y"},"yes":"f","no":"g"},
                  {"key":"e","wait":{"date":"2026-12-24","at":"09:30"}},{"key":"f","do":"end"},{"key":"g","do":"createTask","subject":"Call","inHours":2.5}]}
        """;

    [Fact]
    public void ToJson_OfWhatWasRead_IsReadAsTheSame()
    {
        var read = JourneyDefinition.Parse(Whole).Value;
        var json = read.ToJson();
        JourneyDefinition.Parse(json).Value.ToJson().Should().Be(json);
        (read.Entry.Kind, read.Entry.Event, read.ControlShare, read.Reentry.After, read.Goal!.Within).Should().Be((JourneyEntryKind.Event, "customers.customer-created", 0.1m, Period.FromDays(30), Period.FromDays(90)));
        read.Entry.When.Should().Be(new Condition("tag", "equals", "vip"));
        var wait = ((JourneyDelayStep)read.Steps[1]).Delay;
        (wait.For, wait.Hours).Should().Be((Period.FromDays(3), new JourneyHours(new LocalTime(22, 0), new LocalTime(6, 0))));
        wait.Weekdays.Should().Equal(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday);
        ((JourneyActionStep)read.Steps[6]).Action.Values["inHours"].Should().Be(2.5m);
    }

    [Theory]
    [InlineData("""[]""", "JourneyMalformed", "$")]
    [InlineData("""{""", "JourneyMalformed", "$")]
    [InlineData("""{"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.entry")]
    [InlineData("""{"entry":{"by":"hand"},"stepz":1,"steps":[]}""", "JourneyMalformed", "$.stepz")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[]}""", "JourneyMalformed", "$.steps")]
    [InlineData("""{"entry":{"by":"magic"},"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.entry.by")]
    [InlineData("""{"entry":{"by":"segment"},"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.entry.segment")]
    [InlineData("""{"entry":{"by":"hand","segment":"x"},"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.entry.segment")]
    [InlineData("""{"entry":{"by":"hand","when":{"every":[]}},"steps":[{"key":"a","do":"end"}]}""", "CriteriaMalformed", "$.entry.when")]
    [InlineData("""{"entry":{"by":"hand"},"reentry":"P0D","steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.reentry")]
    [InlineData("""{"entry":{"by":"hand"},"control":0.6,"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.control")]
    [InlineData("""{"entry":{"by":"hand"},"goal":{"event":"x"},"steps":[{"key":"a","do":"end"}]}""", "JourneyMalformed", "$.goal.within")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"A b","do":"end"}]}""", "JourneyMalformed", "$.steps[0].key")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a"}]}""", "JourneyMalformed", "$.steps[0]")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"end","next":"a"}]}""", "JourneyMalformed", "$.steps[0]")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{}}]}""", "JourneyMalformed", "$.steps[0].wait")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"for":"P1D","date":"2026-01-01"}}]}""", "JourneyMalformed", "$.steps[0].wait")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"at":"25:00"}}]}""", "JourneyMalformed", "$.steps[0].wait.at")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"for":"-P1D"}}]}""", "JourneyMalformed", "$.steps[0].wait.for")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"for":"P99999999999Y"}}]}""", "JourneyMalformed", "$.steps[0].wait.for")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"between":["09:00","09:00"]}}]}""", "JourneyMalformed", "$.steps[0].wait.between")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"weekdays":["someday"]}}]}""", "JourneyMalformed", "$.steps[0].wait.weekdays")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{"weekdays":["none"]}}]}""", "JourneyMalformed", "$.steps[0].wait.weekdays")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","await":"x.y","within":"soon"}]}""", "JourneyMalformed", "$.steps[0].within")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addTag","tag":["x"]}]}""", "JourneyMalformed", "$.steps[0].tag")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addTag","next":"b"}]}""", "JourneyStepUnknown", "$.steps[0].next")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","when":{"all":[]},"yes":"a2","no":"b"},{"key":"b","do":"end"}]}""", "JourneyStepUnknown", "$.steps[0].yes")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addTag","next":"a"}]}""", "JourneyCyclic", "$.steps[0].next")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"x","next":"b"},{"key":"b","when":{"all":[]},"yes":"c","no":"a"},{"key":"c","do":"end"}]}""", "JourneyCyclic", "$.steps[1].no")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"end"},{"key":"b","do":"end"}]}""", "JourneyStepUnreachable", "$.steps[1]")]
    [InlineData("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"x","next":"a"},{"key":"a","do":"end"}]}""", "JourneyStepTwice", "$.steps[1].key")]
    public void Parse_BadJourney_IsRefusedWithCodeAndPlace(string json, string code, string path)
    {
        var read = JourneyDefinition.Parse(json);
        read.Succeeded.Should().BeFalse();
        read.Errors.Should().Contain(e => e.Code == code && e.Target == path, string.Join("; ", read.Errors.Select(e => $"{e.Code} {e.Target} {e.Message}")));
    }

    [Fact]
    public void Parse_TooLong_IsRefused() => JourneyDefinition.Parse(new string(' ', JourneyDefinition.MaxLength + 1)).Errors.Single().Code.Should().Be("JourneyMalformed");

    [Fact]
    public void Templates_AreReadAndNameTheirStarts()
    {
        JourneyTemplates.All.Should().HaveCount(4);
        JourneyTemplates.All.Values.Should().OnlyContain(j => JourneyDefinition.Parse(j.ToJson(), null).Succeeded);
        (JourneyTemplates.Retention.Entry.Event, JourneyTemplates.Reminder.Entry.Event).Should().Be(("insights.churn-risk-raised", "insights.purchase-overdue"));
        JourneyTemplates.Retention.ControlShare.Should().Be(0.2m);
    }

    [Fact]
    public void Versions_OnceTheyArePublished_StayAsTheyAre()
    {
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var first = new JourneyDefinition(new JourneyEntry(JourneyEntryKind.Hand), [new JourneyActionStep("a", RuleActionDefinition.Of("addTag", ("tag", "x")))]);
        var journey = new Journey(JourneyId.New(now), "j", "J", first, now);
        journey.Rewrite(first with { ControlShare = 0.1m }, now);
        journey.Versions.Should().ContainSingle("a draft is written anew");
        journey.Publish(now);
        var published = journey.Versions[0].Definition;
        journey.CanPublish().IsPermitted.Should().BeFalse();
        journey.Rewrite(first, now);
        journey.Versions.Should().HaveCount(2);
        (journey.Versions[0].Definition, journey.PublishedNumber).Should().Be((published, (int?)1));
        journey.Publish(now);
        journey.Versions.Select(v => v.Status).Should().Equal(JourneyVersionStatus.Retired, JourneyVersionStatus.Published);
        journey.Retire(now);
        (journey.PublishedNumber, journey.CanRetire().IsPermitted).Should().Be(((int?)null, false));
    }
}
