using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Sales;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>Deals that partners register: reviewed, approved, and theirs alone while that holds, whoever is faster.</summary>
public abstract class DealSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly DealRegistrationDetails s_kettles = new("Kettles for Acme", "Acme Ltd", new LocalDate(2026, 6, 1), new LocalDate(2026, 8, 31), [new("KETTLE", 2, 30), new("CUP", 4, 5)])
    {
        Contact = "info@acme.example", Note = "They want red ones.",
    };

    [SkippableFact]
    [Trait("Check", "PR-04")]
    public async Task Deal_SubmittedReturnedApprovedAndConverted_BecomesAnOpportunityWithItsLines()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        await work.AddProductAsync("KETTLE", 35);
        await work.AddProductAsync("CUP", 6);
        var customer = await work.OrganisationAsync("Acme Ltd");
        var bea = await host.SignUpAsync(await work.PartnerAsync("Kettle & Sons"), "bea");
        var id = await SubmitAsync(host, bea);
        var reviews = work.Get<DealReviews>();
        (await reviews.BeginAsync(id)).WithoutValue().ThrowIfFailed();
        (await reviews.ReturnAsync(id, "How many?")).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();

        await using (var partner = host.Work(bea))
        {
            var own = partner.Get<PartnerDeals>();
            ((await own.FindAsync(id))!.Reason, (await own.ListAsync(DealRegistrationStatus.Returned)).Items.Count).Should().Be(("How many?", 1));
            (await own.RewriteAsync(id, s_kettles with { Lines = [new("KETTLE", 3, 30), new("CUP", 4, 5)] })).WithoutValue().ThrowIfFailed();
            (await own.SubmitAsync(id)).WithoutValue().ThrowIfFailed();
            await partner.SaveAsync();
        }

        await ApproveAsync(host, id, customer, "bob", "cleo");
        await using var staff = host.Work();
        var approved = (await staff.Get<DealReviews>().FindAsync(id))!;
        (approved.Status, approved.DueAt, approved.Claims.Count).Should().Be((DealRegistrationStatus.Approved, Instant.FromUtc(2026, 9, 1, 0, 0), 6));
        var opportunity = (await staff.Get<DealApprovals>().ConvertAsync(id, "ada")).Value;

        await using var after = host.Work();
        var (deal, converted) = ((await after.Deals().FindAsync(opportunity))!, (await after.Get<DealReviews>().FindAsync(id))!);
        (deal.Name, deal.Amount, deal.CloseDate, deal.OwnerId, deal.Source, deal.CustomerId).Should().Be(("Kettles for Acme", Known.Eur(110), new LocalDate(2026, 8, 31), "ada", "partner", customer));
        (converted.Status, converted.OpportunityId, converted.Claims.Count).Should().Be((DealRegistrationStatus.Converted, opportunity, 0));
        var quote = await after.Context.Set<Quote>().SingleAsync();
        (quote.OpportunityId, quote.Lines.Count(), quote.Total).Should().Be((opportunity, 2, Known.Eur(110)));
        (await after.Get<DealApprovals>().ConvertAsync(id).CodeAsync()).Should().Be("DealTransitionNotAllowed");
    }

    [SkippableFact]
    [Trait("Check", "PR-04")]
    public async Task TwoPartners_RaceForOneRegistration_OneWins()
    {
        for (var round = 0; round < 3; round++)
        {
            var host = await HostAsync();
            await using var work = host.Work();
            var customer = await work.OrganisationAsync("Acme Ltd");
            var scopes = new[] { await host.SignUpAsync(await work.PartnerAsync("Kettle & Sons"), "bea"), await host.SignUpAsync(await work.PartnerAsync("Teapot Ltd"), "wim") };
            DealRegistrationId[] ids = [await SubmitAsync(host, scopes[0]), await SubmitAsync(host, scopes[1], s_kettles with { From = new LocalDate(2026, 8, 15), Through = new LocalDate(2026, 11, 1), Lines = [new("CUP", 1, 1)] })];
            foreach (var id in ids)
            {
                await RequestAsync(host, id, customer, "bob");
            }

            // Both see that nothing stands against them before either saves.
            await using var one = host.Work(new CrmScope(Actor.Agent("bob")));
            await using var two = host.Work(new CrmScope(Actor.Agent("bob")));
            (await one.Get<DealApprovals>().ApproveAsync(ids[round % 2])).WithoutValue().ThrowIfFailed();
            (await two.Get<DealApprovals>().ApproveAsync(ids[(round + 1) % 2])).WithoutValue().ThrowIfFailed();
            var saved = await Task.WhenAll(Task.Run(() => one.UnitOfWork.SaveAsync()), Task.Run(() => two.UnitOfWork.SaveAsync()));
            saved.Count(s => s.Succeeded).Should().Be(1);
            saved.Single(s => !s.Succeeded).Errors.Single().Code.Should().BeOneOf("AlreadyExists", "VersionConflict");

            await using var after = host.Work();
            (await after.Get<DealReviews>().ListAsync(new DealRegistrationCriteria { Status = DealRegistrationStatus.Approved })).Items.Should().ContainSingle();
            var loser = (await after.Get<DealReviews>().ListAsync(new DealRegistrationCriteria { Status = DealRegistrationStatus.PendingApproval })).Items.Single();
            (await after.Get<DealReviews>().ConflictsAsync(loser.Id)).Value.Select(c => (c.Kind, c.IsBlocking)).Should().Equal((DealConflictKind.Approved, true));
            await using var again = host.Work(new CrmScope(Actor.Agent("bob")));
            (await again.Get<DealApprovals>().ApproveAsync(loser.Id).CodeAsync()).Should().Be("DealConflicts");
        }
    }

    [SkippableFact]
    [Trait("Check", "PR-04")]
    public async Task Period_Over_ReturnsTheDealToTheMarket_AndAnExtensionIsAnApproval()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.OrganisationAsync("Acme Ltd");
        var (bea, wim) = (await host.SignUpAsync(await work.PartnerAsync("Kettle & Sons"), "bea"), await host.SignUpAsync(await work.PartnerAsync("Teapot Ltd"), "wim"));
        var (first, second) = (await SubmitAsync(host, bea), await SubmitAsync(host, wim, s_kettles with { From = new LocalDate(2026, 9, 1), Through = new LocalDate(2026, 12, 31) }));
        await ApproveAsync(host, first, customer, "bob");
        await ApproveAsync(host, second, customer, "bob");
        await using (var partner = host.Work(bea))
        {
            (await partner.Get<PartnerDeals>().AskExtensionAsync(first, new LocalDate(2026, 10, 31))).WithoutValue().ThrowIfFailed();
            await partner.SaveAsync();
        }

        await using var staff = host.Work();
        (await staff.Get<DealApprovals>().RequestAsync(first, ["bob"]).CodeAsync()).Should().Be("DealConflicts", "the other partner has the months that would be added");
        await using (var partner = host.Work(wim))
        {
            (await partner.Get<PartnerDeals>().WithdrawAsync(second)).WithoutValue().ThrowIfFailed();
            await partner.SaveAsync();
        }

        await using var later = host.Work(new CrmScope(Actor.Agent("bob")));
        (await later.Get<DealApprovals>().RequestAsync(first, ["bob"])).WithoutValue().ThrowIfFailed();
        (await later.Get<DealApprovals>().ApproveAsync(first)).WithoutValue().ThrowIfFailed();
        await later.SaveAsync();
        host.Clock.Now = Instant.FromUtc(2026, 9, 15, 0, 0);
        (await RunAsync(host)).Should().Be(0);
        host.Clock.Now = Instant.FromUtc(2026, 11, 1, 0, 0);
        (await RunAsync(host)).Should().Be(1);
        await using var after = host.Work();
        var expired = (await after.Get<DealReviews>().FindAsync(first))!;
        (expired.Status, expired.Through, expired.Claims.Count).Should().Be((DealRegistrationStatus.Expired, new LocalDate(2026, 10, 31), 0));
        await ApproveAsync(host, await SubmitAsync(host, wim, s_kettles with { From = new LocalDate(2026, 10, 1), Through = new LocalDate(2026, 12, 31) }), customer, "bob");
    }

    [SkippableFact]
    [Trait("Check", "PR-04")]
    public async Task OwnTeam_CountsAsACompetitor()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        await work.AddProductAsync("CUP", 6);
        await work.AddProductAsync("POT", 60);
        var customer = await work.OrganisationAsync("Acme Ltd");
        var id = await SubmitAsync(host, await host.SignUpAsync(await work.PartnerAsync("Kettle & Sons"), "bea"));
        var own = (await work.Deals().OpenAsync(new OpportunityDetails(customer, "Own deal") { CloseDate = new LocalDate(2026, 7, 1) })).Value;
        await work.SaveAsync();
        (await work.Get<DealReviews>().BeginAsync(id)).WithoutValue().ThrowIfFailed();
        (await work.Get<DealReviews>().IdentifyAsync(id, customer)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        async Task<string> RefusalAsync()
        {
            await using var asking = host.Work();
            return await asking.Get<DealApprovals>().RequestAsync(id, ["bob"]).CodeAsync();
        }

        (await RefusalAsync()).Should().Be("DealConflicts", "of which products the opportunity is nobody knows");
        var quotes = work.Get<QuoteDesk>();
        var terms = new QuoteTerms(new LocalDate(2026, 7, 1));
        var quote = (await quotes.DraftAsync(new NewQuote(customer, terms, [new(1) { Sku = "POT" }]) { OpportunityId = own.Id })).Value;
        await work.SaveAsync();
        (await RefusalAsync()).Should().BeEmpty("it is about another product");
        (await quotes.RewriteAsync(quote.Id, terms, [new(1) { Sku = "CUP" }])).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await RefusalAsync()).Should().Be("DealConflicts");
        (await work.Get<OpportunityDesk>().ExpectCloseAsync(own.Id, new LocalDate(2026, 9, 1))).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await RefusalAsync()).Should().BeEmpty("it is about another period");
        (await work.Get<OpportunityDesk>().ExpectCloseAsync(own.Id, new LocalDate(2026, 8, 31))).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await RefusalAsync()).Should().Be("DealConflicts");
        (await work.Deals().LoseAsync(own.Id, "price")).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await RefusalAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "PR-04")]
    public async Task BadInput_IsRefusedWithItsReason_AndLeavesNothingBehind()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var customer = await work.OrganisationAsync("Acme Ltd");
        var (bea, poor) = (await host.SignUpAsync(await work.PartnerAsync("Kettle & Sons"), "bea"), await host.SignUpAsync(await work.PartnerAsync("Teapot Ltd", tier: null), "wim"));
        var id = await SubmitAsync(host, bea);
        var (reviews, approvals) = (work.Get<DealReviews>(), work.Get<DealApprovals>());
        await using (var partner = host.Work(poor))
        {
            (await partner.Get<PartnerDeals>().DraftAsync(s_kettles).CodeAsync()).Should().Be("PartnerWithoutTier");
        }

        await using (var partner = host.Work(bea))
        {
            var own = partner.Get<PartnerDeals>();
            (await own.DraftAsync(s_kettles with { Title = "" }).CodeAsync()).Should().Be("InvalidValue");
            (await own.RewriteAsync(id, s_kettles).CodeAsync()).Should().Be("DealTransitionNotAllowed");
            (await own.SubmitAsync(id, 99).CodeAsync()).Should().Be("VersionConflict");
            (await own.AskExtensionAsync(id, new LocalDate(2026, 12, 1)).CodeAsync()).Should().Be("DealTransitionNotAllowed");
            (await partner.Get<DealReviews>().BeginAsync(id).CodeAsync()).Should().Be("ActNotAllowed");
        }

        (await work.Get<PartnerDeals>().DraftAsync(s_kettles).CodeAsync()).Should().Be("PartnerNotFound");
        (await approvals.RequestAsync(id, ["bob"]).CodeAsync()).Should().Be("DealTransitionNotAllowed");
        (await reviews.IdentifyAsync(id, CustomerId.New(host.Clock.Now)).CodeAsync()).Should().Be("CustomerNotFound");
        (await reviews.MarkDuplicateAsync(id, DealRegistrationId.New(host.Clock.Now)).CodeAsync()).Should().Be("DealRegistrationNotFound");
        (await reviews.BeginAsync(DealRegistrationId.New(host.Clock.Now)).CodeAsync()).Should().Be("DealRegistrationNotFound");
        (await reviews.BeginAsync(id)).WithoutValue().ThrowIfFailed();
        (await approvals.RequestAsync(id, ["bob"]).CodeAsync()).Should().Be("DealCustomerUnknown");
        (await reviews.IdentifyAsync(id, customer)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await approvals.RequestAsync(id).CodeAsync()).Should().Be("InvalidValue", "nobody is named to approve");
        (await approvals.ApproveAsync(id).CodeAsync()).Should().Be("DealApprovalMissing");
        (await approvals.RequestAsync(id, ["bob"])).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await approvals.ApproveAsync(id).CodeAsync()).Should().Be("DealApproverWrong");
        (await approvals.RefuseAsync(id, "no").CodeAsync()).Should().Be("DealApproverWrong");
        await using (var bob = host.Work(new CrmScope(Actor.Agent("bob"))))
        {
            (await bob.Get<DealApprovals>().ApproveAsync(id)).WithoutValue().ThrowIfFailed();
            await bob.SaveAsync();
        }

        await using var last = host.Work();
        var before = await DatabaseState.ReadAsync(last.Context);
        (await last.Get<DealApprovals>().ConvertAsync(id, "ada").CodeAsync()).Should().Be("ProductUnknown", "the catalogue does not have what the partner wrote");
        await last.SaveAsync();
        (await DatabaseState.ReadAsync(last.Context)).Should().Equal(before);
        host.Clock.Now = Instant.FromUtc(2027, 1, 1, 0, 0);
        (await last.Get<DealApprovals>().ConvertAsync(id, "ada").CodeAsync()).Should().Be("DealPeriodOver");
    }

    private static async Task<DealRegistrationId> SubmitAsync(CrmTestHost<SpecificationContext> host, CrmScope partner, DealRegistrationDetails? details = null)
    {
        await using var work = host.Work(partner);
        var drafted = (await work.Get<PartnerDeals>().DraftAsync(details ?? s_kettles)).Value;
        (await work.Get<PartnerDeals>().SubmitAsync(drafted.Id)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        return drafted.Id;
    }

    private static async Task RequestAsync(CrmTestHost<SpecificationContext> host, DealRegistrationId id, CustomerId customer, params string[] approvers)
    {
        await using var work = host.Work();
        (await work.Get<DealReviews>().BeginAsync(id)).WithoutValue().ThrowIfFailed();
        (await work.Get<DealReviews>().IdentifyAsync(id, customer)).WithoutValue().ThrowIfFailed();
        (await work.Get<DealApprovals>().RequestAsync(id, approvers)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }

    private static async Task ApproveAsync(CrmTestHost<SpecificationContext> host, DealRegistrationId id, CustomerId customer, params string[] approvers)
    {
        await RequestAsync(host, id, customer, approvers);
        foreach (var approver in approvers)
        {
            await using var work = host.Work(new CrmScope(Actor.Agent(approver)));
            (await work.Get<DealApprovals>().ApproveAsync(id)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }
    }

    private static async Task<int> RunAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work(new CrmScope(Actor.System("deal-registrations")));
        var done = (await work.Get<DealApprovals>().RunAsync()).Value.Count;
        await work.SaveAsync();
        return done;
    }
}
