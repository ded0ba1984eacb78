using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using NodaTime;
using static Crm.Domain.Service.WorkItemState;

namespace Crm.Domain.Tests.Service;

public sealed class WorkItemMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly WorkDemand s_any = new(null, 1, []);

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<WorkItem, WorkItemState>(
        now => Call(now),
        i => i.State,
        Waiting,
        new("offer", i => i.CanOffer(), (i, now) => i.Offer("ada", now + Duration.FromDays(1), now), s => s == Waiting ? Offered : null),
        new("accept", i => i.CanAccept("ada", s_now), (i, now) => i.Accept("ada", now), s => s is Waiting or Offered ? Handling : null),
        new("requeue", i => i.CanRequeue(), (i, now) => i.Requeue(false, now), s => s is Offered or Handling ? Waiting : null),
        new("finish", i => i.CanFinish(), (i, now) => i.Finish(null, Duration.FromDays(7), now), s => s == Handling ? Done : null),
        new("abandon", i => i.CanAbandon(), (i, now) => i.Abandon(now), s => s is Waiting or Offered ? Abandoned : null),
        new("withdraw", i => i.CanWithdraw(), (i, now) => i.Withdraw(now), s => s is Waiting or Offered or Handling ? Withdrawn : null),
        new("transfer", i => i.CanTransfer(Other(i)), (i, now) => i.Transfer(Other(i), s_any, now), s => s is Waiting or Offered or Handling ? Waiting : null));

    [Fact]
    public void Offer_AcceptedByAnotherOrTooLate_IsRefused()
    {
        var item = Call(s_now);
        item.Offer("ada", s_now + Duration.FromSeconds(30), s_now);
        item.CanAccept("bob", s_now).Code.Should().Be("WorkItemHeldByAnother");
        item.CanAccept("ada", s_now + Duration.FromSeconds(30)).Code.Should().Be("WorkItemOfferExpired");
        item.CanAccept("ada", s_now + Duration.FromSeconds(29)).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void Times_AddUpOverAgents_AndWaitIsThatOfTheFirst()
    {
        var item = Call(s_now);
        item.Accept("ada", s_now + Duration.FromSeconds(12));
        item.Requeue(false, s_now + Duration.FromSeconds(72));
        item.Accept("bob", s_now + Duration.FromSeconds(100));
        item.Finish(new HandlingTime(Duration.FromSeconds(90), Duration.FromSeconds(20), Duration.FromSeconds(10)), Duration.FromDays(7), s_now + Duration.FromSeconds(300));
        (item.WaitMilliseconds, item.TalkMilliseconds, item.HoldMilliseconds, item.WrapUpMilliseconds).Should().Be((12_000L, 150_000L, 20_000L, 10_000L));
        (item.UserId, item.RepeatUntil).Should().Be(("bob", s_now + Duration.FromSeconds(300) + Duration.FromDays(7)));
    }

    [Fact]
    public void Requeue_KeepsItsPlace()
    {
        var item = Call(s_now);
        item.Offer("ada", s_now + Duration.FromSeconds(30), s_now);
        item.Requeue(true, s_now + Duration.FromSeconds(31));
        (item.State, item.EnqueuedAt, item.UserId, item.OfferedUntil).Should().Be((Waiting, s_now, null, null));
    }

    [Fact]
    public void Callback_CannotBeAbandoned_AndWaitsFromItsTime()
    {
        var callback = new WorkItem(
            WorkItemId.New(s_now), WorkQueueId.New(s_now),
            new WorkItemDetails { Kind = WorkItemKind.Callback, InteractionId = InteractionId.New(s_now), NotBefore = s_now + Duration.FromHours(2) }, s_any, s_now);
        callback.EnqueuedAt.Should().Be(s_now + Duration.FromHours(2));
        callback.CanAbandon().IsPermitted.Should().BeFalse();
    }

    [Fact]
    public void Item_AboutNothingOrTwoThings_IsRefused()
    {
        foreach (var details in new WorkItemDetails[]
        {
            new(), new() { Kind = WorkItemKind.Interaction, CaseId = ServiceCaseId.New(s_now) }, new() { CaseId = ServiceCaseId.New(s_now), InteractionId = InteractionId.New(s_now) },
            new() { Kind = WorkItemKind.Callback },
        })
        {
            FluentActions.Invoking(() => new WorkItem(WorkItemId.New(s_now), WorkQueueId.New(s_now), details, s_any, s_now)).Should().Throw<ArgumentException>();
        }
    }

    [Theory]
    [InlineData("printer", 0)]
    [InlineData("printer", 11)]
    [InlineData("", 3)]
    [InlineData("a=b", 3)]
    [InlineData("a;b", 3)]
    [InlineData("a|b", 3)]
    public void Skill_OutOfBounds_IsRefused(string name, int level) => FluentActions.Invoking(() => new SkillLevel(name, level)).Should().Throw<ArgumentException>();

    [Fact]
    public void Demand_AsText_IsReadBackTheSame()
    {
        var demand = new WorkDemand(Channels.Chat, 3, [new SkillLevel("Printer", 5), SkillLevel.Of(Crm.Domain.Values.LanguageTag.Parse("it"), 2)]);
        demand.ToString().Should().Be("chat|3|language:it=2;printer=5");
        WorkDemand.Parse(demand.ToString()).Should().Be(demand);
        FluentActions.Invoking(() => new WorkDemand(null, 1, [new SkillLevel("a"), new SkillLevel("A", 3)])).Should().Throw<ArgumentException>("a skill is named once");
        FluentActions.Invoking(() => new WorkDemand(null, 0, [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Queue_SettingsOutOfBounds_AreRefusedAndChangeNothing()
    {
        var queue = new WorkQueue(WorkQueueId.New(s_now), "Support", new QueueSettings { Skills = [new SkillLevel("printer", 2)] }, s_now);
        foreach (var wrong in new QueueSettings[]
        {
            new() { ReservationTime = Duration.Zero }, new() { RelaxEvery = Duration.FromMilliseconds(1) }, new() { RelaxTo = 11 }, new() { AnswerWithin = Duration.FromSeconds(-1) }, new() { Strategy = "" },
        })
        {
            FluentActions.Invoking(() => queue.Configure(wrong, s_now)).Should().Throw<ArgumentException>();
        }

        queue.Version.Should().Be(1);
        queue.DemandOf(new WorkDemand(null, 1, [new SkillLevel("printer", 4), new SkillLevel("calm")])).ToString().Should().Be("|1|calm=1;printer=4");
    }

    [Fact]
    public void Membership_TwiceOrOfNobody_IsRefused()
    {
        var queue = new WorkQueue(WorkQueueId.New(s_now), "Support", new QueueSettings(), s_now);
        queue.Join("ada", 1, s_now);
        queue.CanJoin("ada").Code.Should().Be("QueueMemberAlreadyPresent");
        queue.CanLeave("bob").Code.Should().Be("QueueMemberNotFound");
        FluentActions.Invoking(() => queue.Join("bob", 0, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => queue.Join("bob", 101, s_now)).Should().Throw<ArgumentException>();
        queue.Members.Should().ContainSingle();
    }

    private static WorkQueueId Other(WorkItem item) => WorkQueueId.New(item.EnqueuedAt);

    private static WorkItem Call(Instant now) => new(
        WorkItemId.New(now), WorkQueueId.New(now),
        new WorkItemDetails { Kind = WorkItemKind.Interaction, InteractionId = InteractionId.New(now), CustomerId = CustomerId.New(now), Topic = "invoice" }, s_any, now);
}
