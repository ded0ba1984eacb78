using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using NodaTime;
using static Crm.Domain.Service.CaseStatus;

namespace Crm.Domain.Tests.Service;

public class ServiceCaseMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Fact]
    [Trait("Check", "SC-02")]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<ServiceCase, CaseStatus>(
        Opened,
        c => c.Status,
        New,
        new("reply", c => c.CanReply(), (c, now) => c.Reply("Hello", "Ada", now), s => s switch { Closed => null, New => Open, _ => s }),
        new("note", _ => CrmRuling.Permitted, (c, now) => c.AddNote("Hm", "Ada", now), s => s),
        new("receive", c => c.CanReceive(), (c, now) => c.Receive("Still cold", "Anna", now), s => s switch { Closed => null, New => New, _ => Open }),
        new("assign", c => c.CanAssign(), (c, now) => c.Assign("ada", now), s => s switch { Closed => null, New => Open, _ => s }),
        new("unassign", c => c.CanAssign(), (c, now) => c.Assign(null, now), s => s == Closed ? null : s),
        new("prioritise", c => c.CanPrioritise(), (c, now) => c.Prioritise(CasePriority.Urgent, now), s => s == Closed ? null : s),
        new("wait", c => c.CanWait(), (c, now) => c.Wait(now), s => s is New or Open ? WaitingOnCustomer : null),
        new("resolve", c => c.CanResolve(), (c, now) => c.Resolve("Descaled", now), s => s is Resolved or Closed ? null : Resolved),
        new("close", c => c.CanClose(), (c, now) => c.Close(now), s => s == Resolved ? Closed : null),
        new("reopen", c => c.CanReopen(), (c, now) => c.Reopen(now), s => s is Resolved or Closed ? Open : null));

    [Fact]
    public void Instants_FollowTheStatus()
    {
        var opened = Opened(s_now);
        Instant Later(int minutes) => s_now + Duration.FromMinutes(minutes);

        opened.Reply("We look into it.", "Ada", Later(1));
        opened.Reply("Done.", "Ada", Later(2));
        opened.Resolve("Descaled", Later(3));
        opened.Close(Later(4));
        (opened.FirstRespondedAt, opened.ResolvedAt, opened.ClosedAt, opened.UpdatedAt).Should().Be((Later(1), Later(3), Later(4), Later(4)));

        opened.Reopen(Later(5));
        (opened.ResolvedAt, opened.ClosedAt, opened.Solution).Should().Be((null, null, "Descaled"));
        opened.Resolve("Replaced", Later(6));
        opened.Receive("Thanks, but no", "Anna", Later(7));
        (opened.Status, opened.ResolvedAt).Should().Be((Open, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void Message_WithoutText_IsRefusedAndChangesNothing(string body)
    {
        var opened = Opened(s_now);

        FluentActions.Invoking(() => opened.Reply(body, "Ada", s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => opened.Resolve(body, s_now)).Should().Throw<ArgumentException>();

        (opened.Status, opened.Version, opened.Messages.Count).Should().Be((New, 1L, 0));
    }

    private static ServiceCase Opened(Instant now) => new(
        ServiceCaseId.New(now), CaseNumber.From(1), new CaseDetails(CustomerId.New(now), "The kettle stays cold"), "Anna Rossi", now);
}
