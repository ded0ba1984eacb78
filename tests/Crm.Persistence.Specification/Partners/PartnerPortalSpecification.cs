using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Sales;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>What people of partners and suppliers see and change of single shared records, and that they see nothing else.</summary>
public abstract class PartnerPortalSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Secret = "For our eyes only";

    [SkippableFact]
    [Trait("Check", "PR-06")]
    [Trait("Check", "PR-05")]
    public async Task Case_Shared_IsReadAndCommentedByTheSupplier_WithoutWhatIsForStaff()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var supplier = await work.PartnerAsync("Boiler works", new PartnerSettings { Types = [PartnerType.Supplier] });
        var sam = await host.SignUpAsync(supplier, "sam");
        var opened = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Leaks") { Sku = "KETTLE", Description = "It leaks at the lid." })).Value;
        (await work.Desk.AddNoteAsync(opened.Id, Secret)).WithoutValue().ThrowIfFailed();
        (await work.Desk.ReplyAsync(opened.Id, "We ask the maker.")).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        var subject = opened.Id.ToSubject();
        var until = host.Clock.Now + Duration.FromDays(10);
        var share = (await work.Get<RecordShares>().ShareAsync(supplier, subject, ShareAccess.Comment, until)).Value;
        await work.SaveAsync();
        (await work.Get<RecordShares>().ShareAsync(supplier, subject).CodeAsync()).Should().Be("RecordShareExists");

        await using (var portal = host.Work(sam))
        {
            var door = portal.Get<PartnerPortal>();
            (await door.ListAsync()).Items.Should().Equal(new SharedRecordSummary(subject, ShareAccess.Comment, host.Clock.Now, until));
            var seen = (await door.FindAsync(subject))!;
            seen.Fields.Should().Contain(SharedField.Title, "Leaks").And.Contain(SharedField.Product, "KETTLE").And.NotContainKey(SharedField.Solution);
            seen.Messages.Select(m => m.Body).Should().Equal("It leaks at the lid.", "We ask the maker.");
            JsonSerializer.Serialize(seen).Should().NotContain(Secret);
            (await door.CommentAsync(subject, "A new seal is on its way.")).WithoutValue().ThrowIfFailed();
            (await door.ChangeAsync(subject, SharedField.Status, "Closed").CodeAsync()).Should().Be("RecordShareTooNarrow");
            await portal.SaveAsync();
        }

        await using (var staff = host.Work())
        {
            (await staff.Get<RecordShares>().CommentAsync(share.Id, "Thank you.")).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
            (await staff.Get<RecordShares>().ListAsync(subject)).Single().Comments.Select(c => (c.IsOfPartner, c.Body)).Should().Equal((true, "A new seal is on its way."), (false, "Thank you."));
        }

        host.Clock.Now = until;
        await using var late = host.Work(sam);
        (await late.Get<PartnerPortal>().FindAsync(subject)).Should().BeNull("the time is over");
        (await late.Get<PartnerPortal>().ListAsync()).Items.Should().BeEmpty();
        (await late.Get<PartnerPortal>().CommentAsync(subject, "Hello?").CodeAsync()).Should().Be("SharedRecordNotFound");
    }

    [SkippableFact]
    [Trait("Check", "PR-05")]
    [Trait("Check", "PR-06")]
    public async Task Opportunity_Shared_ShowsAndChangesWhitelistedFieldsAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (partner, customer) = (await work.PartnerAsync("Kettle & Sons"), await work.OrganisationAsync("Acme Ltd"));
        var bea = await host.SignUpAsync(partner, "bea");
        var deal = (await work.Deals().OpenAsync(new OpportunityDetails(customer, "Kettles") { Amount = Known.Eur(900), Description = Secret, NextStep = "Call", CloseDate = new LocalDate(2026, 7, 1) })).Value;
        await work.SaveAsync();
        var subject = deal.ToSubject();
        var share = (await work.Get<RecordShares>().ShareAsync(partner, subject, ShareAccess.Edit)).Value;
        await work.SaveAsync();
        await using (var portal = host.Work(bea))
        {
            var door = portal.Get<PartnerPortal>();
            (await door.FindAsync(subject))!.Fields.Should().BeEquivalentTo(new Dictionary<SharedField, string>
            {
                [SharedField.Title] = "Kettles", [SharedField.Status] = deal.Stage, [SharedField.CloseDate] = "2026-07-01", [SharedField.NextStep] = "Call",
            });
            (await door.ChangeAsync(subject, SharedField.NextStep, "Visit")).WithoutValue().ThrowIfFailed();
            (await door.ChangeAsync(subject, SharedField.CloseDate, "2026-08-01")).WithoutValue().ThrowIfFailed();
            (await door.ChangeAsync(subject, SharedField.CloseDate, "soon").CodeAsync()).Should().Be("InvalidValue");
            (await door.ChangeAsync(subject, SharedField.Amount, "1 EUR").CodeAsync()).Should().Be("PartnerFieldClosed");
            (await door.ChangeAsync(subject, SharedField.Status, "won").CodeAsync()).Should().Be("PartnerFieldClosed");
            await portal.SaveAsync();
        }

        await using var staff = host.Work();
        var changed = (await staff.Deals().FindAsync(deal.Id))!;
        (changed.NextStep, changed.CloseDate, changed.Amount).Should().Be(("Visit", new LocalDate(2026, 8, 1), Known.Eur(900)));
        (await staff.Get<RecordShares>().RevokeAsync(share.Id)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        await using var after = host.Work(bea);
        (await after.Get<PartnerPortal>().ChangeAsync(subject, SharedField.NextStep, "Late").CodeAsync()).Should().Be("SharedRecordNotFound");
        (await after.Get<PartnerPortal>().FindAsync(subject)).Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "PR-06")]
    public async Task Interaction_IsSharedByItsAudience()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (partner, customer) = (await work.PartnerAsync("Kettle & Sons"), await work.RegisterAsync());
        var bea = await host.SignUpAsync(partner, "bea");
        async Task<InteractionId> RecordAsync(Audience audience) =>
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Asked") { Audience = audience, Body = "When?" })).Value.Id;
        var (inside, outside) = (await RecordAsync(Audience.Internal), await RecordAsync(Audience.Partner));
        await work.SaveAsync();
        (await work.Get<RecordShares>().ShareAsync(partner, inside.ToSubject()).CodeAsync()).Should().Be("RecordNotForPartners");
        (await work.Get<RecordShares>().ShareAsync(partner, outside.ToSubject())).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        await using var portal = host.Work(bea);
        (await portal.Get<PartnerPortal>().FindAsync(outside.ToSubject()))!.Fields.Should().Contain(SharedField.Body, "When?");
        (await portal.Get<PartnerPortal>().CommentAsync(outside.ToSubject(), "Soon").CodeAsync()).Should().Be("RecordShareTooNarrow");
    }

    /// <summary>Attack case 1: a record is read by a foreign id.</summary>
    [SkippableFact]
    [Trait("Check", "PR-05")]
    public async Task Attack01_ForeignId_IsAnsweredLikeAMissingOne()
    {
        var story = await StoryAsync();
        await using var rival = story.Host.Work(story.Rival);
        var now = story.Host.Clock.Now;
        foreach (var (subject, lead, deal) in new[] { (story.Case, story.Lead, story.Deal), (ServiceCaseId.New(now).ToSubject(), LeadId.New(now), DealRegistrationId.New(now)) })
        {
            var (portal, leads, deals) = (rival.Get<PartnerPortal>(), rival.Get<PartnerLeads>(), rival.Get<PartnerDeals>());
            (await portal.FindAsync(subject)).Should().BeNull();
            (await leads.FindAsync(lead)).Should().BeNull();
            (await deals.FindAsync(deal)).Should().BeNull();
            await ShouldBeMissingAsync(portal.CommentAsync(subject, "Hello"), "SharedRecordNotFound", subject.Id);
            await ShouldBeMissingAsync(portal.ChangeAsync(subject, SharedField.NextStep, "x"), "SharedRecordNotFound", subject.Id);
            await ShouldBeMissingAsync(leads.AcceptAsync(lead), "LeadNotFound", lead.Value);
            await ShouldBeMissingAsync(leads.DeclineAsync(lead, LeadDeclineReason.Spam), "LeadNotFound", lead.Value);
            await ShouldBeMissingAsync(leads.MoveAsync(lead, LeadStatus.Working), "LeadNotFound", lead.Value);
            await ShouldBeMissingAsync(deals.SubmitAsync(deal), "DealRegistrationNotFound", deal.Value);
            await ShouldBeMissingAsync(deals.WithdrawAsync(deal), "DealRegistrationNotFound", deal.Value);
            await ShouldBeMissingAsync(deals.AskExtensionAsync(deal, new LocalDate(2027, 1, 1)), "DealRegistrationNotFound", deal.Value);
        }

        foreach (var partner in new[] { story.Partner, PartnerId.New(now) })
        {
            await ShouldBeMissingAsync(rival.Get<PartnerReports>().PerformanceAsync(partner), "PartnerNotFound", partner.Value);
            await ShouldBeMissingAsync(rival.Get<PartnerAccounts>().InviteAsync(partner, "Mole"), "PartnerNotFound", partner.Value);
        }
    }

    /// <summary>Attack case 17: lists, searches and counts show what reading hides.</summary>
    [SkippableFact]
    [Trait("Check", "PR-05")]
    public async Task Attack17_Lists_AreWithinWhatCanBeRead()
    {
        var story = await StoryAsync();
        foreach (var scope in new[] { story.Own, story.Rival, new CrmScope(Actor.Guest), new CrmScope(Actor.PortalCustomer("anna", [story.Customer.ToSubject()])) })
        {
            await using var work = story.Host.Work(scope);
            var isOwn = scope == story.Own;
            foreach (var lead in (await work.Get<PartnerLeads>().ListAsync()).Items)
            {
                (await work.Get<PartnerLeads>().FindAsync(lead.LeadId)).Should().NotBeNull();
            }

            foreach (var deal in (await work.Get<PartnerDeals>().ListAsync()).Items)
            {
                (await work.Get<PartnerDeals>().FindAsync(deal.Id)).Should().NotBeNull();
            }

            foreach (var shared in (await work.Get<PartnerPortal>().ListAsync()).Items)
            {
                (await work.Get<PartnerPortal>().FindAsync(shared.Subject)).Should().NotBeNull();
            }

            ((await work.Get<PartnerLeads>().ListAsync()).Items.Count, (await work.Get<PartnerDeals>().ListAsync()).Items.Count, (await work.Get<PartnerPortal>().ListAsync()).Items.Count)
                .Should().Be(isOwn ? (1, 1, 1) : (0, 0, 0));

            // No door of the staff opens a side way.
            (await work.Get<PartnerDirectory>().ListAsync()).Items.Should().BeEmpty();
            (await work.Get<DealReviews>().ListAsync()).Items.Should().BeEmpty();
            (await work.Get<RecordShares>().ListAsync(story.Case)).Should().BeEmpty();
            (await work.Get<LeadDesk>().ListAsync(new LeadCriteria())).Items.Should().BeEmpty();
            (await work.Desk.ListAsync(new CaseCriteria())).Items.Should().BeEmpty();
            if (scope.Actor.Kind == ActorKind.Partner)
            {
                (await work.Customers.ListAsync(new CustomerCriteria())).Items.Should().BeEmpty();
                (await work.Customers.FindAsync(story.Customer)).Should().BeNull();
                (await work.Get<CustomerCases>().ListAsync()).Items.Should().BeEmpty();
            }
        }
    }

    /// <summary>Attack case 18: something is changed that cannot be read.</summary>
    [SkippableFact]
    [Trait("Check", "PR-05")]
    public async Task Attack18_WhatCanBeChanged_CanBeRead_AndARefusalChangesNothing()
    {
        var story = await StoryAsync();
        foreach (var access in Enum.GetValues<ShareAccess>())
        {
            RecordShare share = new(RecordShareId.New(story.Host.Clock.Now), story.Partner, story.Case, null, access, null, "ada", story.Host.Clock.Now);
            (share.CanEdit(story.Host.Clock.Now).IsPermitted, share.CanComment(isOfPartner: true, story.Host.Clock.Now).IsPermitted).Should().Be((access == ShareAccess.Edit, access >= ShareAccess.Comment));
        }

        await using var rival = story.Host.Work(story.Rival);
        var before = await DatabaseState.ReadAsync(rival.Context);
        var details = new DealRegistrationDetails("Mine", "Acme", new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 30), [new("CUP", 1, 1)]);
        (await rival.Get<PartnerDeals>().RewriteAsync(story.Deal, details).CodeAsync()).Should().Be("DealRegistrationNotFound");
        (await rival.Get<PartnerLeads>().MoveAsync(story.Lead, LeadStatus.Disqualified, "mine").CodeAsync()).Should().Be("LeadNotFound");
        (await rival.Get<PartnerPortal>().CommentAsync(story.Case, "x").CodeAsync()).Should().Be("SharedRecordNotFound");
        (await rival.Get<PartnerDirectory>().GradeAsync(story.Partner, "gold").CodeAsync()).Should().Be("ActNotAllowed");
        (await rival.Get<LeadOffers>().WithdrawAsync(story.Lead).CodeAsync()).Should().Be("ActNotAllowed");
        (await rival.Get<DealReviews>().RejectAsync(story.Deal, "mine").CodeAsync()).Should().Be("ActNotAllowed");
        (await rival.Get<DealApprovals>().ApproveAsync(story.Deal).CodeAsync()).Should().Be("ActNotAllowed");
        (await rival.Get<RecordShares>().ShareAsync(story.Partner, story.Case).CodeAsync()).Should().Be("ActNotAllowed");
        (await rival.Get<PartnerReports>().BookAsync(story.Partner, new PartnerFactDetails(PartnerFactKind.Payout, Known.Eur(1), "mine", new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 1))).CodeAsync()).Should().Be("ActNotAllowed");
        await rival.SaveAsync();
        (await DatabaseState.ReadAsync(rival.Context)).Should().Equal(before);
    }

    /// <summary>Attack case 31: what happens is told to those who may not read it.</summary>
    [SkippableFact]
    [Trait("Check", "PR-05")]
    public async Task Attack31_Timelines_TellPartnersNothing()
    {
        var story = await StoryAsync();
        foreach (var scope in new[] { story.Own, story.Rival })
        {
            await using var work = story.Host.Work(scope);
            foreach (var subject in new[] { story.Customer.ToSubject(), story.Case, story.Lead.ToSubject(), story.Partner.ToSubject() })
            {
                (await work.History.TimelineAsync(subject)).Items.Should().BeEmpty("what happens with a {0} is read by its projection alone", subject.Kind);
            }
        }
    }

    [SkippableFact]
    [Trait("Check", "PR-06")]
    public async Task BadInput_IsRefusedWithItsReason()
    {
        var story = await StoryAsync();
        await using var work = story.Host.Work();
        var (shares, now) = (work.Get<RecordShares>(), story.Host.Clock.Now);
        (await shares.ShareAsync(PartnerId.New(now), story.Case).CodeAsync()).Should().Be("PartnerNotFound");
        (await shares.ShareAsync(story.Partner, ServiceCaseId.New(now).ToSubject()).CodeAsync()).Should().Be("SharedRecordNotFound");
        (await shares.ShareAsync(story.Partner, story.Customer.ToSubject()).CodeAsync()).Should().Be("SharedRecordNotFound", "customers are not shared");
        (await shares.ShareAsync(story.Partner, story.Lead.ToSubject(), ShareAccess.Read, now).CodeAsync()).Should().Be("InvalidValue");
        (await shares.ShareAsync(story.Partner, story.Lead.ToSubject(), (ShareAccess)9).CodeAsync()).Should().Be("InvalidValue");
        (await shares.RevokeAsync(RecordShareId.New(now)).CodeAsync()).Should().Be("SharedRecordNotFound");
        await using var own = story.Host.Work(story.Own);
        (await own.Get<PartnerPortal>().CommentAsync(story.Case, " ").CodeAsync()).Should().Be("InvalidValue");
        (await own.Get<PartnerPortal>().CommentAsync(story.Case, new string('x', 4_001)).CodeAsync()).Should().Be("InvalidValue");
    }

    private static async Task ShouldBeMissingAsync<T>(Task<CrmResult<T>> act, string code, Guid id)
        where T : notnull
    {
        var error = (await act).Errors.Single();
        (error.Code, error.Message.Contains(id.ToString(), StringComparison.Ordinal)).Should().Be((code, true), "nothing but the id that was asked for is told: {0}", error.Message);
    }

    private async Task<Story> StoryAsync()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (partner, rival) = (await work.PartnerAsync("Kettle & Sons"), await work.PartnerAsync("Teapot Ltd"));
        var (bea, wim) = (await host.SignUpAsync(partner, "bea"), await host.SignUpAsync(rival, "wim", PartnerAccountRole.Administrator));
        var customer = await work.RegisterAsync(Known.Anna);
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Leaks") { Description = "Anna says so." })).Value;
        await work.SaveAsync();
        var lead = await work.LeadAsync("Prospect Ltd");
        (await work.Get<LeadOffers>().OfferAsync(lead, partner)).WithoutValue().ThrowIfFailed();
        (await work.Get<RecordShares>().ShareAsync(partner, opened.Id.ToSubject(), ShareAccess.Edit)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        await using var own = host.Work(bea);
        (await own.Get<PartnerLeads>().AcceptAsync(lead)).WithoutValue().ThrowIfFailed();
        var deal = (await own.Get<PartnerDeals>().DraftAsync(new DealRegistrationDetails("Cups", "Acme", new LocalDate(2026, 6, 1), new LocalDate(2026, 8, 1), [new("CUP", 1, 1)]))).Value;
        await own.SaveAsync();
        return new Story(host, partner, bea, wim, customer, opened.Id.ToSubject(), lead, deal.Id);
    }

    private sealed record Story(
        CrmTestHost<SpecificationContext> Host, PartnerId Partner, CrmScope Own, CrmScope Rival, CustomerId Customer, SubjectReference Case, LeadId Lead, DealRegistrationId Deal);
}
