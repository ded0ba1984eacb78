using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>What customers read and change of themselves, at any hour and without anybody of the staff.</summary>
public abstract class OwnDataSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly PostalAddress s_address = new("Via Roma 1", null, "20121", "Milano", null, Country.FromCode("IT"));

    [SkippableFact]
    [Trait("Check", "PO-02")]
    public async Task Account_IsReadByItsOwner_WithoutWhatStaffNotes()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var (eve, bob) = (await story.AccountAsync(story.Eve, "Eve"), await story.AccountAsync(story.Bob, "Bob", story.Firm));
        await using (var staff = story.Host.Work())
        {
            (await staff.Care.TagAsync(story.Eve, "difficult")).WithoutValue().ThrowIfFailed();
            (await staff.Care.MoveToAsync(story.Eve, LifecycleStage.Active, "gossip")).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
        }

        await using (var portal = await story.AsAsync(eve))
        {
            var own = (await portal.Get<CustomerPortal>().ReadAsync(story.Eve))!;
            (own.Profile.DisplayName, own.Profile.ContactPoints.Single().Value, own.Profile.Stage, own.Profile.Tags.Count).Should().Be(("Eve Tester", "eve@example.com", null, 0));
            System.Text.Json.JsonSerializer.Serialize(own).Should().NotContain("difficult").And.NotContain("gossip");
            foreach (var foreign in new[] { story.Ada, story.Bob, story.Firm, CustomerId.New(story.Host.Clock.Now), default })
            {
                (await portal.Get<CustomerPortal>().ReadAsync(foreign)).Should().BeNull();
                (await portal.Get<OwnDataChanges>().ListAsync(foreign)).Items.Should().BeEmpty();
                (await portal.Get<OwnDataChanges>().RequestAsync(foreign, OwnDataChange.Prefer(LanguageTag.Parse("it")))).Errors.Should().Equal(CrmErrorDescriber.Default.CustomerNotFound(foreign.ToString()));
                (await portal.Get<CustomerPortal>().WithdrawConsentAsync(foreign)).Errors.Should().Equal(CrmErrorDescriber.Default.CustomerNotFound(foreign.ToString()));
            }
        }

        var boss = await story.AccountAsync(story.Ada, "Ada", story.Firm, PortalRole.Administrator);
        await using var admin = await story.AsAsync(boss);
        (await admin.Get<CustomerPortal>().ReadAsync(story.Bob))!.Profile.DisplayName.Should().Be("Bob Tester");
        (await admin.Get<OwnDataChanges>().RequestAsync(story.Bob, OwnDataChange.Prefer(LanguageTag.Parse("it")))).Errors.Single().Code.Should().Be("CustomerNotFound", "colleagues change their own data");
        (await admin.Get<OwnDataChanges>().RequestAsync(story.Firm, OwnDataChange.SetAddress(AddressKind.Billing, s_address))).Value.Status.Should().Be(ChangeRequestStatus.Applied);
        await admin.SaveAsync();
        await using var partner = story.Host.Work(new CrmScope(Actor.Partner("p", [story.Eve.ToSubject()])));
        (await partner.Get<CustomerPortal>().ReadAsync(story.Eve)).Should().BeNull();
        (await partner.Get<CustomerPortal>().GrantConsentAsync(story.Eve, Purposes.Marketing, Channels.Email)).Errors.Single().Code.Should().Be("CustomerNotFound");
        await using var guest = story.Guest();
        (await guest.Get<CustomerPortal>().ReadAsync(story.Eve)).Should().BeNull();
        bob.Should().NotBe(eve);
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    [Trait("Check", "PO-08")]
    public async Task Changes_FollowThePolicyOfTheirData_AndAreTheCustomersActs()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var account = await story.AccountAsync(story.Eve, "Eve");
        ChangeRequestId name, email;
        ContactPointId old;
        await using (var portal = await story.AsAsync(account))
        {
            var changes = portal.Get<OwnDataChanges>();
            (await changes.RequestAsync(story.Eve, OwnDataChange.SetAddress(AddressKind.Main, s_address))).Value.Status.Should().Be(ChangeRequestStatus.Applied);
            await portal.SaveAsync();
            (await changes.RequestAsync(story.Eve, OwnDataChange.SetAddress(AddressKind.Main, s_address))).Errors.Single().Code.Should().Be("OwnDataUnchanged");
            var renamed = (await changes.RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Eva", "Tester")))).Value;
            name = renamed.Id;
            renamed.Status.Should().Be(ChangeRequestStatus.AwaitingApproval);
            await portal.SaveAsync();
            (await changes.RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Evi", null)))).Errors.Single().Code.Should().Be("ChangeRequestOpen", "of each kind of data one waits at a time");
            var own = (await portal.Get<CustomerPortal>().ReadAsync(story.Eve))!;
            (own.Changes.Single().Id, own.Profile.Addresses.Single().Address.City, own.Profile.DisplayName).Should().Be((name, "Milano", "Eve Tester"), "what waits is shown beside what is so");
            old = own.Profile.ContactPoints.Single().Id;
            (await changes.RequestAsync(story.Eve, OwnDataChange.SetEmail(EmailAddress.Parse("eva@example.com"), old), own.Profile.Version - 1)).Errors.Single().Code.Should().Be("VersionConflict");
            var verified = (await changes.RequestAsync(story.Eve, OwnDataChange.SetEmail(EmailAddress.Parse("eva@example.com"), old), own.Profile.Version)).Value;
            email = verified.Id;
            verified.Status.Should().Be(ChangeRequestStatus.AwaitingCode);
            await portal.SaveAsync();
        }

        await story.DispatchAsync();
        story.Sender.Sent.Single().Address.Should().Be("eve@example.com", "the code goes to the old address");
        var code = story.Sender.Last;
        await using (var portal = await story.AsAsync(account))
        {
            (await portal.Get<OwnDataChanges>().ConfirmAsync(email, code.Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant())).Value.IsRight.Should().BeTrue();
            await portal.SaveAsync();
            (await portal.Get<OwnDataChanges>().ConfirmAsync(email, code)).Errors.Single().Code.Should().Be("ChangeRequestStatusUnfit", "a code is good once");
            (await portal.Get<CustomerPortal>().ReadAsync(story.Eve))!.Profile.ContactPoints.Single().Value.Should().Be("eva@example.com");
            (await portal.Get<ChangeRequestDesk>().ApproveAsync(name)).Errors.Single().Code.Should().Be("ActNotAllowed");
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Get<ChangeRequestDesk>().ListAsync(status: ChangeRequestStatus.AwaitingApproval)).Items.Single().RequestedById.Should().Be(account.ToString());
            (await staff.Get<ChangeRequestDesk>().ApproveAsync(name)).Value.DecidedById.Should().Be("ada");
            await staff.SaveAsync();
            (await staff.Customers.FindAsync(story.Eve))!.DisplayName.Should().Be("Eva Tester");
            var saves = (await staff.Get<AuditTrail>().HistoryAsync(story.Eve.ToSubject())).Value.Items;
            saves.Count(s => s.ActorId == account.ToString()).Should().Be(2, "the address and the e-mail address were changed by the customer itself");
            (await staff.History.TimelineAsync(story.Eve.ToSubject())).Items.Should().Contain(e => e.Kind == "change-applied" && e.Text == "Email");
        }

        await using (var portal = await story.AsAsync(account))
        {
            var again = (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("X", null)))).Value.Id;
            await portal.SaveAsync();
            await using (var staff = story.Host.Work())
            {
                (await staff.Get<ChangeRequestDesk>().RejectAsync(again, " ")).Errors.Single().Code.Should().Be("InvalidValue");
                (await staff.Get<ChangeRequestDesk>().RejectAsync(again, "No proof.")).WithoutValue().ThrowIfFailed();
                await staff.SaveAsync();
            }

            await using var later = await story.AsAsync(account);
            (await later.Get<OwnDataChanges>().ListAsync(story.Eve)).Items.First(c => c.Id == again).Reason.Should().Be("No proof.");
            var language = (await later.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Y", null)))).Value.Id;
            await later.SaveAsync();
            (await later.Get<OwnDataChanges>().WithdrawAsync(language)).Value.Status.Should().Be(ChangeRequestStatus.Withdrawn);
            await later.SaveAsync();
            (await later.Get<OwnDataChanges>().WithdrawAsync(language)).Errors.Single().Code.Should().Be("ChangeRequestStatusUnfit");
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    public async Task OpenRequests_OfTheSameData_AtTheSameTime_AreOne()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var account = await story.AccountAsync(story.Eve, "Eve");
        await using var one = await story.AsAsync(account);
        await using var other = await story.AsAsync(account);
        (await one.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("One", null)))).Succeeded.Should().BeTrue();
        (await other.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Two", null)))).Succeeded.Should().BeTrue();
        (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
        await using var after = story.Host.Work();
        (await after.Context.Set<ChangeRequest>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    public async Task StaffEdit_AndCustomersChange_AtTheSameTime_LoseNothing()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var account = await story.AccountAsync(story.Eve, "Eve");
        await using (var portal = await story.AsAsync(account))
        await using (var staff = story.Host.Work())
        {
            (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.SetAddress(AddressKind.Main, s_address))).Value.Status.Should().Be(ChangeRequestStatus.Applied);
            (await staff.Customers.SetAddressAsync(story.Eve, AddressKind.Main, new PostalAddress("Via Po 2", null, null, "Torino", null, null))).WithoutValue().ThrowIfFailed();
            (await staff.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await portal.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        }

        await using (var after = story.Host.Work())
        {
            (await after.Customers.FindAsync(story.Eve))!.Addresses.Single().Address.City.Should().Be("Torino");
            (await after.Context.Set<ChangeRequest>().CountAsync()).Should().Be(0, "what was not made is not said to be");
        }

        // What waits is compared when it is made: the name that staff gave meanwhile is not overwritten, and the wish is still there.
        ChangeRequestId name;
        await using (var portal = await story.AsAsync(account))
        {
            name = (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Eva", "Tester")))).Value.Id;
            await portal.SaveAsync();
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Care.TagAsync(story.Eve, "vip")).WithoutValue().ThrowIfFailed();
            (await staff.Customers.RenameAsync(story.Eve, new PersonName("Evelyn", "Tester"))).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
            var before = await DatabaseState.ReadAsync(staff.Context);
            (await staff.Get<ChangeRequestDesk>().ApproveAsync(name)).Errors.Single().Code.Should().Be("OwnDataChangedMeanwhile");
            await staff.SaveAsync();
            (await DatabaseState.ReadAsync(staff.Context)).Should().Equal(before);
            (await staff.Customers.RenameAsync(story.Eve, new PersonName("Eve", "Tester"))).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
            (await staff.Get<ChangeRequestDesk>().ApproveAsync(name)).Value.Request.Status.Should().Be(ChangeRequestStatus.Applied, "tags and other data do not matter");
            await staff.SaveAsync();
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    public async Task Codes_BearFewMistakes_AreReplaced_AndExpire()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var account = await story.AccountAsync(story.Eve, "Eve");
        async Task<ChangeRequestId> AskAsync(string email)
        {
            await using var portal = await story.AsAsync(account);
            var id = (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.SetEmail(EmailAddress.Parse(email)))).Value.Id;
            await portal.SaveAsync();
            await story.DispatchAsync();
            return id;
        }

        async Task<CrmResult<ChangeConfirmation>> EnterAsync(ChangeRequestId id, string code)
        {
            await using var portal = await story.AsAsync(account);
            var entered = await portal.Get<OwnDataChanges>().ConfirmAsync(id, code);
            await portal.SaveAsync();
            return entered;
        }

        var guessed = await AskAsync("one@example.com");
        var right = story.Sender.Last;
        for (var left = 4; left >= 0; left--)
        {
            var mistaken = (await EnterAsync(guessed, "00000-00000")).Value;
            (mistaken.IsRight, mistaken.Request.AttemptsLeft).Should().Be((false, left));
        }

        (await EnterAsync(guessed, right)).Errors.Single().Code.Should().Be("ChangeRequestStatusUnfit", "the right code comes too late");

        var renewed = await AskAsync("two@example.com");
        var first = story.Sender.Last;
        await using (var portal = await story.AsAsync(account))
        {
            (await portal.Get<OwnDataChanges>().RenewCodeAsync(renewed)).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
        }

        await story.DispatchAsync();
        story.Sender.Last.Should().NotBe(first);
        (await EnterAsync(renewed, first)).Value.IsRight.Should().BeFalse("another code replaced it");
        (await TableContents.ReadAsync((await story.AsAsync(account)).Context)).SelectMany(t => t.Value).Should().NotContain(r => r.Contains(story.Sender.Last, StringComparison.Ordinal), "codes are kept in no form");
        story.Host.Clock.Now += Duration.FromDays(1);
        (await EnterAsync(renewed, story.Sender.Last)).Errors.Single().Code.Should().Be("ChangeRequestStatusUnfit");
        await using (var staff = story.Host.Work())
        {
            (await staff.Get<ChangeRequestDesk>().ExpireAsync()).Value.Should().Be(1);
            await staff.SaveAsync();
            (await staff.Get<ChangeRequestDesk>().ExpireAsync()).Value.Should().Be(0);
            (await staff.Get<ChangeRequestDesk>().FindAsync(renewed))!.Request.Status.Should().Be(ChangeRequestStatus.Expired);
            (await staff.Get<ChangeRequestDesk>().ExpireAsync(0)).Errors.Single().Code.Should().Be("InvalidValue");
            (await staff.Customers.FindAsync(story.Eve))!.ContactPoints.Should().ContainSingle();

            // Where the old address does not work any more, staff decides.
            var customer = (await staff.Customers.FindAsync(story.Eve))!;
            customer.MarkContactPointInvalid(customer.ContactPoints[0].Id, "bounced", story.Host.Clock.Now);
            await staff.SaveAsync();
        }

        var unreachable = await AskAsync("three@example.com");
        await using var after = story.Host.Work();
        (await after.Get<ChangeRequestDesk>().FindAsync(unreachable))!.Request.Status.Should().Be(ChangeRequestStatus.AwaitingApproval);
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    public async Task Code_ThatCannotBeSent_LeavesTheDecisionToStaff()
    {
        var story = await PortalStory.OpenAsync(HostAsync, o => o.SelfService.ConfirmationTemplate = "missing");
        var account = await story.AccountAsync(story.Eve, "Eve");
        await using var portal = await story.AsAsync(account);
        var id = (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.SetPhone(PhoneNumber.Parse("+39 02 1234 5678")))).Value.Id;
        await portal.SaveAsync();
        await story.DispatchAsync();
        await using var staff = story.Host.Work();
        var change = (await staff.Get<ChangeRequestDesk>().FindAsync(id))!;
        (change.Request.Status, change.Obstacle).Should().Be((ChangeRequestStatus.AwaitingApproval, "TemplateNotFound"));
        (await staff.Get<ChangeRequestDesk>().ApproveAsync(id)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        (await staff.Customers.FindAsync(story.Eve))!.ContactPoints.Should().HaveCount(2);
    }

    [SkippableFact]
    [Trait("Check", "PO-04")]
    public async Task AttackCase14_ChangeToAnAddressOfSomebodyElse_IsRefusedWithoutAName()
    {
        var story = await PortalStory.OpenAsync(HostAsync, o =>
        {
            Settle(o);
            o.SelfService.Changes[OwnDataDomain.Email] = ChangePolicy.Apply;
            o.SelfService.Changes[OwnDataDomain.Language] = ChangePolicy.ReadOnly;
        });
        var account = await story.AccountAsync(story.Eve, "Eve");
        await using var portal = await story.AsAsync(account);
        var before = await DatabaseState.ReadAsync(portal.Context);
        var changes = portal.Get<OwnDataChanges>();
        foreach (var taken in new[] { "ada@example.com", "ADA@Example.com" })
        {
            (await changes.RequestAsync(story.Eve, OwnDataChange.SetEmail(EmailAddress.Parse(taken)))).Errors.Should().Equal(CrmErrorDescriber.Default.ContactPointUnavailable());
        }

        (await changes.RequestAsync(story.Eve, OwnDataChange.Prefer(LanguageTag.Parse("it")))).Errors.Single().Code.Should().Be("ChangeNotOffered");
        (await changes.RequestAsync(story.Eve, new OwnDataChange(OwnDataDomain.Email))).Errors.Single().Code.Should().Be("InvalidValue");
        (await changes.RequestAsync(story.Eve, new OwnDataChange((OwnDataDomain)99))).Errors.Single().Code.Should().Be("ChangeNotOffered");
        (await changes.RequestAsync(story.Eve, OwnDataChange.RenameOrganisation("Ltd"))).Errors.Single().Code.Should().Be("InvalidValue");
        (await changes.RequestAsync(story.Eve, OwnDataChange.RemoveEmail(ContactPointId.New(story.Host.Clock.Now)))).Errors.Single().Code.Should().Be("ContactPointNotFound");
        await portal.SaveAsync();
        (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);
    }

    [SkippableFact]
    [Trait("Check", "PO-01")]
    [Trait("Check", "PO-04")]
    public async Task ForeignRequest_LooksLikeAMissingOne_AndGoesAlongWithMergesAndErasures()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var (eve, bob) = (await story.AccountAsync(story.Eve, "Eve"), await story.AccountAsync(story.Bob, "Bob"));
        ChangeRequestId mine, theirs;
        await using (var portal = await story.AsAsync(eve))
        {
            theirs = (await portal.Get<OwnDataChanges>().RequestAsync(story.Eve, OwnDataChange.Rename(new PersonName("Qyxeva", null)))).Value.Id;
            await portal.SaveAsync();
        }

        await using (var portal = await story.AsAsync(bob))
        {
            mine = (await portal.Get<OwnDataChanges>().RequestAsync(story.Bob, OwnDataChange.Rename(new PersonName("Qyxbob", null)))).Value.Id;
            await portal.SaveAsync();
            var before = await DatabaseState.ReadAsync(portal.Context);
            foreach (var id in new[] { theirs, ChangeRequestId.New(story.Host.Clock.Now), default })
            {
                (await portal.Get<OwnDataChanges>().WithdrawAsync(id)).Errors.Should().Equal(CrmErrorDescriber.Default.ChangeRequestNotFound(id.ToString()));
                (await portal.Get<OwnDataChanges>().ConfirmAsync(id, "x")).Errors.Should().Equal(CrmErrorDescriber.Default.ChangeRequestNotFound(id.ToString()));
                (await portal.Get<OwnDataChanges>().RenewCodeAsync(id)).Errors.Should().Equal(CrmErrorDescriber.Default.ChangeRequestNotFound(id.ToString()));
                (await portal.Get<ChangeRequestDesk>().FindAsync(id)).Should().BeNull();
            }

            (await portal.Get<ChangeRequestDesk>().ListAsync()).Items.Should().BeEmpty();
            await portal.SaveAsync();
            (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Merger.MergeAsync(story.Bob, story.Eve)).WithoutValue().ThrowIfFailed();
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Get<ChangeRequestDesk>().ListAsync(story.Bob)).Items.Single().Request.Id.Should().Be(mine, "of two that wait for the same data the survivor's is kept");
            (await staff.Get<PrivacyOffice>().EraseAsync(story.Bob)).WithoutValue().ThrowIfFailed();
        }

        await using var after = story.Host.Work();
        (await after.Context.Set<ChangeRequest>().CountAsync()).Should().Be(0);
        (await TableContents.ReadAsync(after.Context)).SelectMany(t => t.Value).Should().NotContain(r => r.Contains("qyx", StringComparison.OrdinalIgnoreCase));
    }

    [SkippableFact]
    [Trait("Check", "PO-07")]
    [Trait("Check", "PO-08")]
    public async Task Consents_AreGivenAndTakenBackByTheCustomerItself()
    {
        var story = await PortalStory.OpenAsync(HostAsync, Settle);
        var account = await story.AccountAsync(story.Eve, "Eve");
        await using (var portal = await story.AsAsync(account))
        {
            (await portal.Get<CustomerPortal>().GrantConsentAsync(story.Eve, Purposes.Marketing, Channels.Email, "v3")).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
            (await portal.Get<CustomerPortal>().GrantConsentAsync(story.Eve, new PurposeKey("gossip"), Channels.Email)).Errors.Single().Code.Should().Be("PurposeUnknown");
            (await portal.Get<CustomerPortal>().ReadAsync(story.Eve))!.Consents.Single().Standing.Should().Be(ConsentStanding.Granted);
        }

        await using (var staff = story.Host.Work())
        {
            (await staff.Get<ContactPermissions>().MayContactAsync(story.Eve, Purposes.Marketing, Channels.Email)).Value.MayContact.Should().BeTrue();
            var entry = (await staff.Get<ConsentDesk>().HistoryAsync(story.Eve)).Single();
            (entry.Origin, entry.Wording, entry.Source).Should().Be((ConsentOrigin.Person, "v3", "portal"));
        }

        await using (var portal = await story.AsAsync(account))
        {
            (await portal.Get<CustomerPortal>().WithdrawConsentAsync(story.Eve)).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
            (await portal.Get<CustomerPortal>().ReadAsync(story.Eve))!.Consents.Should().OnlyContain(c => c.Standing == ConsentStanding.Withdrawn);
        }

        await using var after = story.Host.Work();
        (await after.Get<ContactPermissions>().MayContactAsync(story.Eve, Purposes.Marketing, Channels.Email)).Value.MayContact.Should().BeFalse();
    }

    private static void Settle(Microsoft.Extensions.DependencyInjection.CrmOptions options) => options.SelfService.ConfirmationTemplate = "portal-code";
}
