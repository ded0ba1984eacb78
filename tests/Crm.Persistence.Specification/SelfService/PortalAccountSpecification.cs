using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>Accounts of the portal: invited once, taken once, and acting for nobody but their own.</summary>
public abstract class PortalAccountSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-01")]
    [Trait("Check", "PO-06")]
    public async Task Member_ActsForItself_Administrator_ForTheOrganisationAndItsAccounts()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var boss = await story.AccountAsync(story.Ada, "Ada", story.Firm, PortalRole.Administrator);
        var member = await story.AccountAsync(story.Bob, "Bob", story.Firm);
        var single = await story.AccountAsync(story.Eve, "Eve");
        var admin = (await story.ActorAsync(boss))!;
        (admin.Kind, admin.Name, admin.Id).Should().Be((ActorKind.PortalCustomer, "Ada Tester", boss.ToString()));
        admin.ActsFor.Should().BeEquivalentTo([story.Ada.ToSubject(), story.Firm.ToSubject(), story.Bob.ToSubject()]);
        (await story.ActorAsync(member))!.ActsFor.Should().Equal(story.Bob.ToSubject());
        (await story.ActorAsync(single))!.ActsFor.Should().Equal(story.Eve.ToSubject());

        await using (var portal = await story.AsAsync(member))
        {
            (await portal.Get<OrganisationAccounts>().ListAsync()).Items.Should().BeEmpty();
            (await portal.Get<PortalAccounts>().ListAsync()).Items.Should().BeEmpty();
            (await portal.Customers.FindAsync(story.Ada)).Should().BeNull("colleagues are none of a member's business");
            (await portal.Customers.FindAsync(story.Bob))!.DisplayName.Should().Be("Bob Tester");
            (await portal.Customers.ListAsync(new CustomerCriteria())).Items.Select(c => c.Id).Should().Equal(story.Bob);
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Get<PortalAccounts>().BlockAsync(member, "left")).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
        }

        (await story.ActorAsync(member)).Should().BeNull();
        (await story.ActorAsync(boss))!.ActsFor.Should().Contain(story.Bob.ToSubject(), "what a blocked colleague ordered is the organisation's still");
        await using (var staff = story.Host.Work())
        {
            (await staff.Get<PortalAccounts>().UnblockAsync(member)).WithoutValue().ThrowIfFailed();
            (await staff.Get<PortalAccounts>().CloseAsync(member)).Value.Status.Should().Be(PortalAccountStatus.Closed);
            await staff.SaveAsync();
            (await staff.Get<PortalAccounts>().UnblockAsync(member)).Errors.Single().Code.Should().Be("PortalAccountStatusUnfit");
            (await staff.Get<PortalAccounts>().FindAsync(member))!.Email.Should().Be("bob@example.com");
        }

        (await story.ActorAsync(boss))!.ActsFor.Should().NotContain(story.Bob.ToSubject());
        (await story.ActorAsync(PortalAccountId.New(story.Host.Clock.Now))).Should().BeNull();
        (await story.AccountAsync(story.Bob, "Bob", story.Firm)).Should().NotBe(member, "the address of a closed account can be invited anew");
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    [Trait("Check", "PO-08")]
    public async Task Administrator_InvitesAndManages_WithoutStaff_ItsOwnOrganisationAlone()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var boss = await story.AccountAsync(story.Ada, "Ada", story.Firm, PortalRole.Administrator);
        var foreign = await story.AccountAsync(story.Eve, "Eve", story.OtherFirm);
        PortalAccountId known, fresh;
        await using (var portal = await story.AsAsync(boss))
        {
            var accounts = portal.Get<OrganisationAccounts>();
            known = (await accounts.InviteAsync(new ColleagueInvitation(new PersonName("Robert", null), PortalStory.EmailOf("Bob")))).Value.Id;
            await portal.SaveAsync();
            fresh = (await accounts.InviteAsync(new ColleagueInvitation(new PersonName("Cleo", "New"), EmailAddress.Parse("cleo@example.com"), PortalRole.Administrator))).Value.Id;
            await portal.SaveAsync();
        }

        (await story.ActorAsync(boss))!.ActsFor.Should().NotContain(story.Bob.ToSubject(), "an invitation that nobody accepted shows nothing");
        await story.DispatchAsync();
        story.Sender.Sent.Select(m => m.Address).Should().Equal("bob@example.com", "cleo@example.com");
        var cleo = (await story.AcceptAsync(story.Sender.Last)).Value;
        cleo.Should().Be(fresh);
        (await story.AcceptAsync(story.Sender.Sent[0].Text.Split('/')[^1])).Value.Should().Be(known);

        await using (var portal = await story.AsAsync(fresh))
        {
            var accounts = portal.Get<OrganisationAccounts>();
            (await accounts.ListAsync()).Items.Select(a => a.Id).Should().BeEquivalentTo([boss, known, fresh]);
            (await accounts.ListAsync()).Items.Single(a => a.Id == known).CustomerId.Should().Be(story.Bob, "who is a member already is not recorded twice");
            (await accounts.BlockAsync(fresh)).Errors.Single().Code.Should().Be("PortalOwnAccount");
            (await accounts.ChangeRoleAsync(fresh, PortalRole.Member)).Errors.Single().Code.Should().Be("PortalOwnAccount");
            (await accounts.ChangeRoleAsync(boss, PortalRole.Member)).Value.Role.Should().Be(PortalRole.Member);
            (await accounts.BlockAsync(known, "moved")).Value.Status.Should().Be(PortalAccountStatus.Blocked);
            await portal.SaveAsync();
        }

        await using (var former = await story.AsAsync(boss))
        {
            var before = await DatabaseState.ReadAsync(former.Context);
            (await former.Get<OrganisationAccounts>().UnblockAsync(known)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await former.Get<PortalAccounts>().UnblockAsync(known)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await former.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await DatabaseState.ReadAsync(former.Context)).Should().Equal(before);
        }

        await using (var portal = await story.AsAsync(fresh))
        {
            var before = await DatabaseState.ReadAsync(portal.Context);
            var (missing, accounts) = (PortalAccountId.New(story.Host.Clock.Now), portal.Get<OrganisationAccounts>());
            foreach (var act in new Func<PortalAccountId, Task<CrmResult<PortalAccountView>>>[]
            {
                id => accounts.BlockAsync(id), id => accounts.UnblockAsync(id), id => accounts.CloseAsync(id), id => accounts.ReinviteAsync(id), id => accounts.ChangeRoleAsync(id, PortalRole.Administrator),
            })
            {
                (await act(foreign)).Errors.Should().Equal(CrmErrorDescriber.Default.PortalAccountNotFound(foreign.ToString()));
                (await act(missing)).Errors.Should().Equal(CrmErrorDescriber.Default.PortalAccountNotFound(missing.ToString()));
            }

            (await portal.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);
        }

        await using var staff = story.Host.Work();
        var audit = (await staff.Get<Domain.Auditing.AuditTrail>().HistoryAsync(known.ToSubject())).Value;
        audit.Items.Should().Contain(s => s.ActorId == fresh.ToString(), "the administrator did it, not staff");
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task Invitation_ThatCannotBeSent_SaysSoAtTheAccount()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        await using var staff = story.Host.Work();
        var accounts = staff.Get<PortalAccounts>();
        var account = (await accounts.InviteAsync(new PortalAccountRequest(story.Eve, EmailAddress.Parse("elsewhere@example.com")) { IsSent = true })).Value;
        account.Token.Should().BeNull("it is sent to its address alone");
        await staff.SaveAsync();
        await story.DispatchAsync();
        await using (var after = story.Host.Work())
        {
            (await after.Get<PortalAccounts>().FindAsync(account.Account.Id))!.InvitationObstacle.Should().Be("MessageNotPermitted");
        }

        story.Sender.Sent.Should().BeEmpty();
        (await accounts.InviteAsync(new PortalAccountRequest(CustomerId.New(story.Host.Clock.Now), PortalStory.EmailOf("x")))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await accounts.InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("x")) { OrganisationId = story.Bob })).Errors.Single().Code.Should().Be("NotAnOrganisation");
        (await accounts.InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("x")) { Role = PortalRole.Administrator })).Errors.Single().Code.Should().Be("PortalRoleNeedsOrganisation");
        (await accounts.InviteAsync(new PortalAccountRequest(story.Bob, EmailAddress.Parse("ELSEWHERE@example.com")))).Errors.Single().Code.Should().Be("PortalEmailUnavailable");
        await using var silent = await OpenAsync<SpecificationContext>(story.Host.ConnectionString);
        await using var other = silent.Work();
        (await other.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("Eve")) { IsSent = true })).Errors.Single().Code.Should().Be("PortalSendingNotSetUp");
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task Invite_AndAccept_TwiceAtTheSameTime_HaveOneWinner()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        string token;
        await using (var one = story.Host.Work())
        await using (var other = story.Host.Work())
        {
            token = (await one.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("Eve")))).Value.Token!;
            (await other.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Bob, PortalStory.EmailOf("Eve")))).Succeeded.Should().BeTrue();
            (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
        }

        await using (var one = story.Guest())
        await using (var other = story.Guest())
        {
            (await one.Get<PortalInvitations>().AcceptAsync(token)).Succeeded.Should().BeTrue();
            (await other.Get<PortalInvitations>().AcceptAsync(token)).Succeeded.Should().BeTrue();
            (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-01")]
    public async Task Accounts_GoAlongWithMerges_AndGoWithErasedPeople()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var (bob, eve) = (await story.AccountAsync(story.Bob, "Bob"), await story.AccountAsync(story.Eve, "Eve"));
        var boss = await story.AccountAsync(story.Ada, "Ada", story.OtherFirm, PortalRole.Administrator);
        await using (var staff = story.Host.Work())
        {
            (await staff.Merger.MergeAsync(story.Bob, story.Eve)).WithoutValue().ThrowIfFailed();
            (await staff.Merger.MergeAsync(story.Firm, story.OtherFirm)).WithoutValue().ThrowIfFailed();
        }

        (await story.ActorAsync(eve))!.ActsFor.Should().Equal(story.Bob.ToSubject());
        (await story.ActorAsync(bob))!.ActsFor.Should().Equal(story.Bob.ToSubject());
        (await story.ActorAsync(boss))!.ActsFor.Should().Contain(story.Firm.ToSubject()).And.NotContain(story.OtherFirm.ToSubject());
        await using (var staff = story.Host.Work())
        {
            (await staff.Get<Domain.Privacy.PrivacyOffice>().EraseAsync(story.Bob)).WithoutValue().ThrowIfFailed();
        }

        (await story.ActorAsync(eve)).Should().BeNull();
        (await story.ActorAsync(bob)).Should().BeNull();
        await using var after = story.Host.Work();
        (await after.Context.Set<PortalAccount>().Select(a => a.Id).ToListAsync()).Should().Equal(boss);
        (await TableContents.ReadAsync(after.Context)).SelectMany(t => t.Value).Should().NotContain(r => r.Contains("eve@example.com", StringComparison.OrdinalIgnoreCase));
    }
}
