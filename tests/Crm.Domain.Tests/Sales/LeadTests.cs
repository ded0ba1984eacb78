using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Sales.LeadStatus;
using static Crm.Domain.Tests.Sales.Deals;

namespace Crm.Domain.Tests.Sales;

public sealed class LeadTests
{
    private static readonly LeadScoreAction s_visit = new("visit", 5) { Group = "web", IsRepeatable = true };
    private static readonly LeadScoreAction s_download = new("download", 20) { Group = "web" };
    private static readonly LeadScoreAction s_silence = new("silence", -30) { IsRepeatable = true };
    private static readonly LeadScoreThreshold[] s_thresholds = [new("warm", 20), new("web-hot", 25) { Group = "web" }];

    [Fact]
    [Trait("Check", "SF-01")]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Lead, LeadStatus>(
        now => Received(now),
        l => l.Status,
        New,
        new("work", l => l.CanMoveTo(Working), (l, now) => l.MoveTo(Working, now), s => s is Working or Converted ? null : Working),
        new("nurture", l => l.CanMoveTo(Nurturing), (l, now) => l.MoveTo(Nurturing, now), s => s is Nurturing or Converted ? null : Nurturing),
        new("disqualify", l => l.CanDisqualify(), (l, now) => l.Disqualify("Spam", now), s => s is Disqualified or Converted ? null : Disqualified),
        new("describe", l => l.CanDescribe(), (l, now) => l.Describe(Details(), now), s => s == Converted ? null : s),
        new("assign", l => l.CanAssign(), (l, now) => l.Assign("ada", now), s => s == Converted ? null : s),
        new("enqueue", l => l.CanEnqueue(), (l, now) => l.Enqueue(LeadQueueId.New(now), now), s => s == Converted ? null : s),
        new("score", l => l.CanGetPoints(s_visit), (l, now) => l.GetPoints(s_visit, s_thresholds, now), s => s == Converted ? null : s),
        new("convert", l => l.CanConvert(), (l, now) => l.Convert(CustomerId.New(now), null, null, "ada", now), s => s is Disqualified or Converted ? null : Converted));

    [Fact]
    [Trait("Check", "SF-01")]
    public void Lead_ByWhichNobodyCanBeFound_IsRefused()
    {
        FluentActions.Invoking(() => new Lead(LeadId.New(Now), new LeadDetails { Topic = "Kettles" }, Now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Lead(LeadId.New(Now), Details() with { Topic = new string('x', 1_001) }, Now)).Should().Throw<ArgumentException>();
        Received(Now).CanMoveTo(New).Code.Should().Be("LeadTransitionNotAllowed");
    }

    [Fact]
    public void Points_CountOnceOrAgain_InGroups_AndThresholdsFireOnce()
    {
        var lead = Received(Now);
        lead.GetPoints(s_download, s_thresholds, Now);
        lead.CanGetPoints(s_download).Code.Should().Be("LeadScoredOnce");
        lead.Thresholds.Select(t => t.Key).Should().Equal("warm");
        lead.GetPoints(s_silence, s_thresholds, Now);
        (lead.Score, lead.ScoreOf("web")).Should().Be((-10, 20));
        lead.Thresholds.Should().ContainSingle("points that fall take nothing back");
        lead.GetPoints(s_visit, s_thresholds, Now);
        lead.Thresholds.Select(t => t.Key).Should().Equal("warm", "web-hot");
        for (var visit = 0; visit < 10; visit++)
        {
            lead.GetPoints(s_visit, s_thresholds, Now);
        }

        lead.PendingEvents.Select(e => e.Event).OfType<LeadScored>().SelectMany(e => e.Thresholds).Should().Equal(["warm", "web-hot"], "each fires once, however often it is passed");
    }

    [Fact]
    [Trait("Check", "SF-14")]
    public void Queue_GivesByWeight_AndNoMoreThanACapacityInAPeriod()
    {
        var queue = new LeadQueue(LeadQueueId.New(Now), "Web", new LeadQueueSettings { Period = LeadPeriod.Week }, Now);
        queue.SetMember("ada", 2, null, Now);
        queue.SetMember("bob", 1, 2, Now);
        var monday = new LocalDate(2026, 6, 1);
        Give(9).Should().Be("bob gets 2, ada gets 7");
        queue.SetMember("ada", 2, 7, Now);
        queue.CanGive(monday.PlusDays(6)).Code.Should().Be("LeadQueueWithoutRoom", "Sunday belongs to the same week");
        queue.CanGive(monday.PlusDays(7)).IsPermitted.Should().BeTrue("a new week begins");
        queue.PeriodOf(monday.PlusDays(6)).Should().Be(monday);

        string Give(int times)
        {
            for (var i = 0; i < times; i++)
            {
                queue.Give(monday, Now + Duration.FromMinutes(i));
            }

            return $"bob gets {queue.Members.Single(m => m.UserId == "bob").Given}, ada gets {queue.Members.Single(m => m.UserId == "ada").Given}";
        }
    }

    private static LeadDetails Details() => new() { Name = new PersonName("Anna", "Rossi"), Email = EmailAddress.Parse("anna@example.com"), Source = "web" };

    private static Lead Received(Instant now) => new(LeadId.New(now), Details(), now);
}
