using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public class ServiceCaseMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    // Written down by hand, not taken from the code: what may follow what, restrictions of the host's statuses included.
    private static readonly Dictionary<Standing, Standing[]> s_table = new()
    {
        [Standing.New] = [Standing.Open, Standing.Waiting, Standing.Resolved, Standing.Triage, Standing.Supplier, Standing.Approval, Standing.Workaround],
        [Standing.Open] = [Standing.Waiting, Standing.Resolved, Standing.Supplier, Standing.Approval, Standing.Workaround],
        [Standing.Triage] = [Standing.Open, Standing.Waiting, Standing.Resolved, Standing.Supplier, Standing.Approval, Standing.Workaround],
        [Standing.Approved] = [Standing.Open, Standing.Waiting, Standing.Resolved, Standing.Supplier, Standing.Approval, Standing.Workaround],
        [Standing.Waiting] = [Standing.Open, Standing.Resolved, Standing.Supplier, Standing.Approval, Standing.Workaround],
        [Standing.Supplier] = [Standing.Open],
        [Standing.Approval] = [Standing.Approved],
        [Standing.Resolved] = [Standing.Open, Standing.Workaround, Standing.Closed],
        [Standing.Workaround] = [Standing.Open, Standing.Resolved, Standing.Closed],
        [Standing.Closed] = [Standing.Open, Standing.Archived],
        [Standing.Archived] = [],
    };

    private static readonly Dictionary<Standing, CaseStatus> s_names = new()
    {
        [Standing.New] = CaseStatus.New, [Standing.Open] = CaseStatus.Open, [Standing.Waiting] = CaseStatus.WaitingOnCustomer, [Standing.Resolved] = CaseStatus.Resolved,
        [Standing.Closed] = CaseStatus.Closed, [Standing.Triage] = new("triage"), [Standing.Supplier] = new("at-the-supplier"), [Standing.Approval] = new("needsApproval"),
        [Standing.Approved] = new("approved"), [Standing.Workaround] = new("workaround"), [Standing.Archived] = new("archived"),
    };

    private static readonly CaseStatusCatalog s_statuses = Statuses();

    private enum Standing
    {
        New,
        Open,
        Waiting,
        Resolved,
        Closed,
        Triage,
        Supplier,
        Approval,
        Approved,
        Workaround,
        Archived,
    }

    [Fact]
    [Trait("Check", "SC-01")]
    [Trait("Check", "SC-02")]
    public void TenThousandRandomActs_MoveAsTheTableSaysAndNowhereElse()
    {
        var acts = 0;
        while (acts < 10_000)
        {
            Machine.Check<ServiceCase, Standing>(
                Opened,
                c =>
                {
                    acts++;
                    c.Category.Should().Be(CategoryOf(StandingOf(c)));
                    (c.ClosedAt is not null).Should().Be(c.Category == CaseCategory.Closed);
                    (c.ResolvedAt is null).Should().Be(c.Category is CaseCategory.Open or CaseCategory.Paused);
                    c.PermittedTransitions(s_statuses).Should().BeEquivalentTo(s_table[StandingOf(c)].Select(s => s_names[s]));
                    return StandingOf(c);
                },
                Standing.New,
                [
                    .. Enum.GetValues<Standing>().Select(to => new Step<ServiceCase, Standing>(
                        $"move to {to}",
                        c => c.CanMoveTo(s_names[to], IsResolved(to) ? "Descaled" : null, s_statuses),
                        (c, now) => c.MoveTo(s_names[to], IsResolved(to) ? "Descaled" : null, now, s_statuses),
                        s => s_table[s].Contains(to) ? to : null)),
                    new(
                        "move without a solution",
                        c => c.CanMoveTo(CaseStatus.Resolved, null, s_statuses),
                        (c, now) => c.MoveTo(CaseStatus.Resolved, null, now, s_statuses),
                        s => s == Standing.Workaround ? Standing.Resolved : null),
                    new("move nowhere", c => c.CanMoveTo(new CaseStatus("unheard-of"), null, s_statuses), (c, now) => c.MoveTo(new CaseStatus("unheard-of"), null, now, s_statuses), _ => null),
                    new("reply", c => c.CanReply(), (c, now) => c.Reply("Hello", "Ada", now), s => IsClosed(s) ? null : s == Standing.New ? Standing.Open : s),
                    new("note", _ => CrmRuling.Permitted, (c, now) => c.AddNote("Hm", "Ada", now), s => s),
                    new("receive", c => c.CanReceive(), (c, now) => c.Receive("Still cold", "Anna", now), s => Woken(s)),
                    new("hear a third party", c => c.CanReceiveFromThirdParty(), (c, now) => c.ReceiveFromThirdParty("Hi", "Bob", now), s => Woken(s)),
                    new("hear a program", _ => CrmRuling.Permitted, (c, now) => c.ReceiveAutomatic("Away", "Anna", now), s => s),
                    new("assign", c => c.CanAssign(), (c, now) => c.Assign("ada", now), s => IsClosed(s) ? null : s == Standing.New ? Standing.Open : s),
                    new("unassign", c => c.CanAssign(), (c, now) => c.Assign(null, now), s => IsClosed(s) ? null : s),
                    new("prioritise", c => c.CanPrioritise(), (c, now) => c.Prioritise(CasePriority.Urgent, now), s => IsClosed(s) ? null : s),
                    new("wait", c => c.CanWait(s_statuses), (c, now) => c.Wait(now, s_statuses), s => s_table[s].Contains(Standing.Waiting) ? Standing.Waiting : null),
                    new("resolve", c => c.CanResolve(s_statuses), (c, now) => c.Resolve("Descaled", now, s_statuses), s => s_table[s].Contains(Standing.Resolved) ? Standing.Resolved : null),
                    new("close", c => c.CanClose(s_statuses), (c, now) => c.Close(now, s_statuses), s => s_table[s].Contains(Standing.Closed) ? Standing.Closed : null),
                    new("reopen", c => c.CanReopen(s_statuses), (c, now) => c.Reopen(now, s_statuses), s => IsResolved(s) || s == Standing.Closed ? Standing.Open : null),
                ]);
        }
    }

    [Fact]
    public void Instants_FollowTheStatus()
    {
        var opened = Opened(s_now);
        Instant Later(int minutes) => s_now + Duration.FromMinutes(minutes);

        opened.Reply("We look into it.", "Ada", Later(1));
        opened.Reply("Done.", "Ada", Later(2));
        opened.Resolve("Descaled", Later(3));
        opened.MoveTo(s_names[Standing.Workaround], null, Later(4), s_statuses);
        opened.Close(Later(5), s_statuses);
        (opened.FirstRespondedAt, opened.ResolvedAt, opened.ClosedAt, opened.UpdatedAt).Should().Be((Later(1), Later(3), Later(5), Later(5)));

        opened.Reopen(Later(6));
        (opened.ResolvedAt, opened.ClosedAt, opened.Solution).Should().Be((null, null, "Descaled"));
        opened.Resolve("Replaced", Later(7));
        opened.Receive("Thanks, but no", "Anna", Later(8));
        (opened.Status, opened.ResolvedAt).Should().Be((CaseStatus.Open, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void Message_WithoutText_IsRefusedAndChangesNothing(string body)
    {
        var opened = Opened(s_now);

        FluentActions.Invoking(() => opened.Reply(body, "Ada", s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => opened.Resolve(body, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => opened.MoveTo(CaseStatus.Open, "No solution belongs here", s_now)).Should().Throw<ArgumentException>();

        (opened.Status, opened.Version, opened.Messages.Count).Should().Be((CaseStatus.New, 1L, 0));
    }

    [Fact]
    [Trait("Check", "SC-02")]
    public void Move_OfAMergedCase_IsRefused()
    {
        var (source, target) = (Opened(s_now), Opened(s_now, 2));
        source.MergeInto(target, s_now);
        source.PermittedTransitions(s_statuses).Should().BeEmpty();
        source.CanMoveTo(CaseStatus.Open, null, s_statuses).Code.Should().Be("CaseMerged");
        source.CanReopen(s_statuses).Code.Should().Be("CaseMerged");
    }

    [Fact]
    [Trait("Check", "SC-01")]
    public void StatusChange_IsTheCustomersOnlyWhereItsNameChanges()
    {
        var opened = Opened(s_now);
        opened.MoveTo(s_names[Standing.Triage], null, s_now, s_statuses);
        opened.MoveTo(CaseStatus.Open, null, s_now, s_statuses);
        opened.MoveTo(s_names[Standing.Supplier], null, s_now, s_statuses);
        var notes = opened.PendingEvents.Select(e => e.Event).OfType<CaseStatusChanged>().Select(e => e.ToTimeline()).ToList();
        notes.Select(n => (n.Audience, n.Text)).Should().Equal(
            (Domain.Values.Audience.Customer, "C-000001: In progress"),
            (Domain.Values.Audience.Internal, "C-000001: triage → open"),
            (Domain.Values.Audience.Customer, "C-000001: We wait for a part"));
    }

    private static CaseStatusCatalog Statuses()
    {
        var statuses = new CaseStatusCatalog();
        statuses.Register(new(s_names[Standing.Triage], CaseCategory.Open, "Triage", "In progress") { After = [CaseStatus.New] });
        statuses.Register(new(s_names[Standing.Supplier], CaseCategory.Paused, "At the supplier", "We wait for a part") { Next = [CaseStatus.Open] });
        statuses.Register(new(s_names[Standing.Approval], CaseCategory.Paused, "Needs approval", "In progress") { Next = [s_names[Standing.Approved]] });
        statuses.Register(new(s_names[Standing.Approved], CaseCategory.Open, "Approved", "In progress") { After = [s_names[Standing.Approval]] });
        statuses.Register(new(s_names[Standing.Workaround], CaseCategory.Resolved, "Workaround", "Solved"));
        statuses.Register(new(s_names[Standing.Archived], CaseCategory.Closed, "Archived", "Closed") { After = [CaseStatus.Closed], Next = [] });
        return statuses;
    }

    private static Standing StandingOf(ServiceCase found) => s_names.Single(s => s.Value == found.Status).Key;

    private static Standing? Woken(Standing standing) => IsClosed(standing) ? null
        : standing is Standing.Waiting or Standing.Supplier or Standing.Approval || IsResolved(standing) ? Standing.Open
        : standing;

    private static bool IsClosed(Standing standing) => standing is Standing.Closed or Standing.Archived;

    private static bool IsResolved(Standing standing) => standing is Standing.Resolved or Standing.Workaround;

    private static CaseCategory CategoryOf(Standing standing) => IsClosed(standing) ? CaseCategory.Closed
        : IsResolved(standing) ? CaseCategory.Resolved
        : standing is Standing.Waiting or Standing.Supplier or Standing.Approval ? CaseCategory.Paused
        : CaseCategory.Open;

    private static ServiceCase Opened(Instant now) => Opened(now, 1);

    private static ServiceCase Opened(Instant now, int number) => new(
        ServiceCaseId.New(s_now), CaseNumber.From(number), new CaseDetails(CustomerId.From(Guid.Parse("01900000-0000-7000-8000-000000000009")), "The kettle stays cold"), "Anna Rossi", now);
}
