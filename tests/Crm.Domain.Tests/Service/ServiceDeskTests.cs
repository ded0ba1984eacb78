using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;

namespace Crm.Domain.Tests.Service;

public class ServiceDeskTests
{
    private static readonly Dictionary<string, Func<ServiceDesk, ServiceCaseId, long?, Task<CrmResult<ServiceCase>>>> s_acts = new(StringComparer.Ordinal)
    {
        ["reply"] = (desk, id, version) => desk.ReplyAsync(id, "Hello", version),
        ["note"] = (desk, id, version) => desk.AddNoteAsync(id, "Hm", version),
        ["receive"] = (desk, id, version) => desk.ReceiveAsync(id, "Still cold", "Anna", version),
        ["assign"] = (desk, id, version) => desk.AssignAsync(id, "ada", version),
        ["prioritise"] = (desk, id, version) => desk.PrioritiseAsync(id, CasePriority.High, version),
        ["wait"] = (desk, id, version) => desk.WaitAsync(id, version),
        ["move"] = (desk, id, version) => desk.MoveAsync(id, CaseStatus.WaitingOnCustomer, null, version),
        ["resolve"] = (desk, id, version) => desk.ResolveAsync(id, "Descaled", version),
    };

    private readonly Shop _shop = new();

    public static TheoryData<string> Acts => [.. s_acts.Keys];

    [Fact]
    public async Task Open_ForAKnownCustomer_NumbersAndKeepsTheCase()
    {
        var customer = _shop.Customer();

        var first = (await _shop.Desk.OpenAsync(new CaseDetails(customer, " The kettle stays cold "))).Value;
        var second = (await _shop.Desk.OpenAsync(new CaseDetails(customer, "Another"))).Value;

        _shop.Cases.Should().Equal(first, second);
        (first.Subject, first.Status, first.Version, first.OpenedAt).Should().Be(("The kettle stays cold", CaseStatus.New, 1L, _shop.Clock.Now));
        second.Number.Should().NotBe(first.Number);
        (await _shop.Desk.FindAsync(first.Number)).Should().BeSameAs(first);
    }

    [Fact]
    public async Task Open_BadInput_IsACodedErrorAndKeepsNothing()
    {
        var customer = _shop.Customer();
        var unknown = CustomerId.New(_shop.Clock.Now);

        await Refused("CustomerNotFound", new CaseDetails(unknown, "Cold"));
        await Refused("CustomerNotFound", new CaseDetails(customer, "Cold") { OrganisationId = unknown });
        await Refused("InvalidValue", new CaseDetails(customer, "  "));
        await Refused("InvalidValue", new CaseDetails(customer, new string('x', ServiceCase.MaxSubjectLength + 1)));
        await Refused("InvalidValue", new CaseDetails(customer, "Two\nlines"));
        await Refused("InvalidValue", new CaseDetails(customer, "Cold") { Priority = (CasePriority)9 });

        async Task Refused(string code, CaseDetails details)
        {
            (await _shop.Desk.OpenAsync(details)).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Cases.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Act_Permitted_ChangesTheCaseOnce(string act)
    {
        var (id, version) = await OpenedAsync();

        var changed = (await s_acts[act](_shop.Desk, id, version)).Value;

        changed.Version.Should().Be(version + 1);
        changed.UpdatedAt.Should().Be(_shop.Clock.Now);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Act_NotAllowedMissingStaleOrAgainstTheRules_IsRefusedAndChangesNothing(string act)
    {
        var (id, version) = await OpenedAsync();
        var opened = _shop.Cases[0];

        await Refused("ActNotAllowed", _shop.As(Actor.PortalCustomer("anna", [opened.CustomerId.ToSubject()])), id, version);
        await Refused("ActNotAllowed", _shop.As(Actor.Partner("paul", [])), id, version);
        await Refused("ActNotAllowed", _shop.As(Actor.Guest), id, version);
        await Refused("CaseNotFound", _shop, ServiceCaseId.New(_shop.Clock.Now), null);
        await Refused("VersionConflict", _shop, id, version + 1);
        if (act is not ("note" or "receive"))
        {
            opened.Resolve("Descaled", _shop.Clock.Now);
            opened.Close(_shop.Clock.Now);
            await Refused(act is "wait" or "resolve" or "move" ? "CaseTransitionNotAllowed" : "CaseClosed", _shop, id, null);
        }

        async Task Refused(string code, Shop shop, ServiceCaseId of, long? expected)
        {
            var before = (opened.Version, opened.Status, opened.Messages.Count, opened.UpdatedAt);
            (await s_acts[act](shop.Desk, of, expected)).Errors.Select(e => e.Code).Should().Equal(code);
            (opened.Version, opened.Status, opened.Messages.Count, opened.UpdatedAt).Should().Be(before);
        }
    }

    [Fact]
    public async Task CloseAndReopen_FollowTheStatus()
    {
        var (id, _) = await OpenedAsync();

        (await _shop.Desk.CloseAsync(id)).Errors.Single().Code.Should().Be("CaseTransitionNotAllowed");
        (await _shop.Desk.ReopenAsync(id)).Errors.Single().Code.Should().Be("CaseNotResolved");
        (await _shop.Desk.ResolveAsync(id, " ")).Errors.Single().Code.Should().Be("InvalidValue");
        (await _shop.Desk.ResolveAsync(id, "Descaled")).Succeeded.Should().BeTrue();
        (await _shop.Desk.CloseAsync(id)).Value.Status.Should().Be(CaseStatus.Closed);
        (await _shop.Desk.ReopenAsync(id)).Value.Status.Should().Be(CaseStatus.Open);
    }

    [Fact]
    [Trait("Check", "SC-01")]
    public async Task Move_ToAnyStatusOfTheHost_FollowsItsCategory()
    {
        var (supplier, workaround) = (new CaseStatus("at-the-supplier"), new CaseStatus("workaround"));
        _shop.Statuses.Register(new CaseStatusDefinition(supplier, CaseCategory.Paused, "At the supplier", "We wait for a part") { Next = [CaseStatus.Open] });
        _shop.Statuses.Register(new CaseStatusDefinition(workaround, CaseCategory.Resolved, "Workaround", "Solved"));
        var (id, _) = await OpenedAsync();

        (await _shop.Desk.MoveAsync(id, supplier)).Value.Category.Should().Be(CaseCategory.Paused);
        (await _shop.Desk.ResolveAsync(id, "Descaled")).Errors.Single().Code.Should().Be("CaseTransitionNotAllowed", "the host lets it go on to open alone");
        (await _shop.Desk.MoveAsync(id, CaseStatus.Open)).Succeeded.Should().BeTrue();
        (await _shop.Desk.MoveAsync(id, workaround)).Errors.Single().Code.Should().Be("CaseSolutionMissing");
        (await _shop.Desk.MoveAsync(id, new CaseStatus("unheard-of"))).Errors.Single().Code.Should().Be("CaseStatusUnknown");
        var resolved = (await _shop.Desk.MoveAsync(id, workaround, "Use the other tap")).Value;
        (resolved.Category, resolved.Solution, resolved.ResolvedAt).Should().Be((CaseCategory.Resolved, "Use the other tap", _shop.Clock.Now));
        (await _shop.Desk.CloseAsync(id)).Value.Category.Should().Be(CaseCategory.Closed);
    }

    [Fact]
    [Trait("Check", "SC-18")]
    public async Task Find_IsForStaff_AndItsProjectionForThoseTheCaseBelongsTo()
    {
        var (person, organisation, stranger) = (_shop.Customer(), _shop.Customer(CustomerKind.Organisation), _shop.Customer());
        var opened = (await _shop.Desk.OpenAsync(new CaseDetails(person, "Cold") { OrganisationId = organisation })).Value;

        (await _shop.Desk.FindAsync(opened.Id)).Should().BeSameAs(opened);
        (await _shop.As(Actor.System("job")).Desk.FindAsync(opened.Number)).Should().BeSameAs(opened);
        foreach (var actor in new[] { Actor.PortalCustomer("anna", [person.ToSubject()]), Actor.PortalCustomer("boss", [organisation.ToSubject()]), Actor.Partner("paul", [person.ToSubject()]), Actor.Guest })
        {
            (await _shop.As(actor).Desk.FindAsync(opened.Id)).Should().BeNull("the case itself has what staff wrote for staff");
            (await _shop.As(actor).Desk.FindAsync(opened.Number)).Should().BeNull();
            (await _shop.As(actor).Desk.ListAsync(new CaseCriteria())).Items.Should().BeEmpty();
        }

        var seen = (await _shop.As(Actor.PortalCustomer("anna", [person.ToSubject()])).CasesForCustomers.FindAsync(opened.Id))!;
        (seen.Number, seen.Subject, seen.Status, seen.IsSettled).Should().Be((opened.Number, "Cold", "Received", false));
        (await _shop.As(Actor.PortalCustomer("boss", [organisation.ToSubject()])).CasesForCustomers.FindAsync(opened.Number)).Should().NotBeNull();
        (await _shop.As(Actor.PortalCustomer("else", [stranger.ToSubject()])).CasesForCustomers.FindAsync(opened.Id)).Should().BeNull();
        (await _shop.As(Actor.Partner("paul", [person.ToSubject()])).CasesForCustomers.FindAsync(opened.Id)).Should().BeNull();
        (await _shop.As(Actor.Guest).CasesForCustomers.FindAsync(opened.Number)).Should().BeNull();
    }

    [Fact]
    [Trait("Check", "SC-17")]
    public async Task Receive_ToAClosedCase_ReopensItWithinTheWindow_AndOpensALinkedOneAfterwards()
    {
        _shop.FollowUps.Policy = new FollowUpPolicy { ReopenWindowDays = 3 };
        var (id, _) = await OpenedAsync();
        var closed = _shop.Cases[0];
        await _shop.Desk.ResolveAsync(id, "Descaled");
        await _shop.Desk.CloseAsync(id);
        _shop.Clock.Advance(NodaTime.Duration.FromDays(3));
        (await _shop.Desk.ReceiveAsync(id, " ", "Anna")).Errors.Single().Code.Should().Be("InvalidValue");
        closed.Status.Should().Be(CaseStatus.Closed, "a message that says nothing opens nothing");
        (await _shop.Desk.ReceiveAsync(id, "Cold again", "Anna")).Value.Should().BeSameAs(closed);
        (closed.Status, closed.ClosedAt, closed.Messages[^1].Body).Should().Be((CaseStatus.Open, null, "Cold again"));

        await _shop.Desk.ResolveAsync(id, "Replaced");
        await _shop.Desk.CloseAsync(id);
        _shop.Clock.Advance(NodaTime.Duration.FromDays(3) + NodaTime.Duration.FromTicks(10));
        var followUp = (await _shop.Desk.ReceiveAsync(id, "And again", "Anna")).Value;
        (followUp.FollowUpOfId, followUp.Subject, followUp.CustomerId, followUp.Status).Should().Be((closed.Id, closed.Subject, closed.CustomerId, CaseStatus.New));
        followUp.Messages.Should().ContainSingle(m => m.Body == "And again" && m.Author == "Anna" && m.Kind == CaseMessageKind.FromCustomer);
        (closed.Status, _shop.Cases.Count).Should().Be((CaseStatus.Closed, 2));
    }

    private async Task<(ServiceCaseId Id, long Version)> OpenedAsync()
    {
        var opened = (await _shop.Desk.OpenAsync(new CaseDetails(_shop.Customer(), "Cold"))).Value;
        _shop.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        return (opened.Id, opened.Version);
    }
}
