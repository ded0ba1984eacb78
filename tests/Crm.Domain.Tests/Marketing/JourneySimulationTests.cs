using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

/// <summary>The engine with a clock that is told what time it is.</summary>
[Trait("Check", "EM-04")]
public sealed class JourneySimulationTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly DateTimeZone s_rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private static readonly JourneyDefinition s_decision = JourneyDefinition.Parse("""
        {"entry":{"by":"hand"},"steps":[
          {"key":"ask","do":"sendMessage","template":"ask","next":"pause"},{"key":"pause","wait":{"for":"PT1H"},"next":"bought"},
          {"key":"bought","await":"orders.order-placed","within":"P3D","yes":"thanks","no":"remind"},
          {"key":"thanks","do":"addTag","tag":"buyer"},{"key":"remind","do":"sendMessage","template":"remind"}]}
        """).Value;

    [Fact]
    public void Decision_Reaction_TakesTheYesPathAtOnce()
    {
        var went = Run(new SimulatedContact(s_rome) { Reactions = [new("orders.order-placed", s_start + Duration.FromHours(30)), new("orders.order-placed", s_start + Duration.FromMinutes(10))] });
        went.Steps.Select(s => (s.Step, s.Outcome)).Should().Equal(("ask", JourneyStepOutcome.Done), ("pause", JourneyStepOutcome.Done), ("bought", JourneyStepOutcome.Yes), ("thanks", JourneyStepOutcome.Done));
        went.EndedAt.Should().Be(s_start + Duration.FromHours(30), "the order before the decision does not answer it");
    }

    [Fact]
    public void Decision_NoReaction_TakesTheOtherPathAfterTheLastActivity()
    {
        var went = Run(new SimulatedContact(s_rome) { Reactions = [new("orders.order-placed", s_start + Duration.FromDays(4))] });
        went.Steps[^1].Step.Should().Be("remind");
        went.EndedAt.Should().Be(s_start + Duration.FromHours(1) + Duration.FromDays(3));
    }

    [Fact]
    public void Refusal_IsASkipWithItsReason_AndTheJourneyGoesOn()
    {
        var went = Run(new SimulatedContact(s_rome) { Refusals = new Dictionary<string, string> { ["ask"] = "NoConsent" } });
        (went.Steps[0].Outcome, went.Steps[0].Note, went.Status).Should().Be((JourneyStepOutcome.Skipped, "NoConsent", JourneyRunStatus.Completed));
    }

    [Fact]
    public void Waits_OverTheChangeOfClocks_AreEachWaitedForOnce()
    {
        var steps = string.Join(",", Enumerable.Range(0, 50).Select(i => $$$"""{"key":"w{{{i}}}","wait":{"for":"PT1H","between":["01:00","04:00"]}{{{(i < 49 ? $",\"next\":\"w{i + 1}\"" : "")}}}}"""));
        var journey = JourneyDefinition.Parse($$"""{"entry":{"by":"hand"},"steps":[{{steps}}]}""").Value;
        foreach (var start in new[] { Instant.FromUtc(2026, 3, 28, 20, 0), Instant.FromUtc(2026, 10, 24, 20, 0) })
        {
            var went = JourneySimulation.Run(journey, new SimulatedContact(s_rome), start).Value;
            went.Steps.Select(s => s.Step).Should().OnlyHaveUniqueItems().And.HaveCount(50);
            went.Steps.Zip(went.Steps.Skip(1)).Should().OnlyContain(p => p.Second.At - p.First.At >= Duration.FromHours(1));
        }
    }

    [Fact]
    public void Conditions_SeeWhatActionsDid_AndTheExitEndsEarly()
    {
        using var services = new ServiceCollection().AddCrm().Services.BuildServiceProvider();
        var fields = services.GetRequiredService<CustomerFieldCatalogue>().ForRecords([]);
        var journey = JourneyDefinition.Parse("""
            {"entry":{"by":"hand","when":{"field":"tag","operator":"equals","value":"new"}},"exit":{"field":"tag","operator":"equals","value":"done"},"steps":[
              {"key":"mark","do":"addTag","tag":"marked","next":"marked"},
              {"key":"marked","when":{"field":"tag","operator":"equals","value":"marked"},"yes":"finish","no":"never"},
              {"key":"never","do":"addTag","tag":"x"},{"key":"finish","do":"addTag","tag":"done","next":"after"},{"key":"after","do":"addTag","tag":"y"}]}
            """).Value;
        var went = JourneySimulation.Run(journey, new SimulatedContact(s_rome) { Record = Record(fields, "new"), Fields = fields }, s_start).Value;
        went.Steps.Select(s => s.Step).Should().Equal("mark", "marked", "finish");
        went.Status.Should().Be(JourneyRunStatus.Left);
        JourneySimulation.Run(journey, new SimulatedContact(s_rome) { Record = Record(fields, "old"), Fields = fields }, s_start).Value.Steps.Should().BeEmpty("the criteria of the entry do not hold");
    }

    [Fact]
    public void ControlGroup_IsTheSameForOneContactAlways_AndOfItsShare()
    {
        var journey = JourneyId.New(s_start);
        var customers = Enumerable.Range(0, 20_000).Select(_ => CustomerId.New(s_start)).ToList();
        var share = customers.Count(c => JourneyDoor.IsControl(journey, c, 0.2m)) / 20_000.0;
        share.Should().BeApproximately(0.2, 0.015, "five standard deviations");
        customers.Take(100).Should().OnlyContain(c => JourneyDoor.IsControl(journey, c, 0.2m) == JourneyDoor.IsControl(journey, c, 0.2m));
        customers.Take(1000).Should().OnlyContain(c => !JourneyDoor.IsControl(journey, c, 0m));
    }

    private static CriteriaRecord Record(FieldCatalogue<CriteriaRecord> fields, string tag)
    {
        using var json = System.Text.Json.JsonDocument.Parse($$"""[{"id":"a","tag":["{{tag}}"]}]""");
        return fields.Read(json.RootElement, default, "customer", new CriteriaMoment(s_start, s_rome)).Value[0];
    }

    private static SimulatedJourney Run(SimulatedContact contact) => JourneySimulation.Run(s_decision, contact, s_start).Value;
}
