using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Sales;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>What partners did, as of any instant, and what they got for it.</summary>
public abstract class PartnerReportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_day = new(2026, 6, 1);

    [SkippableFact]
    [Trait("Check", "PR-06")]
    public async Task Report_AsOfAnyInstant_TellsWhatHadHappened()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (partner, begun) = (await work.PartnerAsync("Kettle & Sons"), host.Clock.Now);
        var bea = await host.SignUpAsync(partner, "bea");
        LeadId[] leads = [await work.LeadAsync("One"), await work.LeadAsync("Two"), await work.LeadAsync("Three"), await work.LeadAsync("Four"), await work.LeadAsync("Five")];
        foreach (var lead in leads)
        {
            (await work.Get<LeadOffers>().OfferAsync(lead, partner)).WithoutValue().ThrowIfFailed();
        }

        await work.SaveAsync();

        // Taken after one hour and after four: mean and median are two and a half.
        await AnswerAsync(host, bea, 1, d => d.AcceptAsync(leads[0]));
        await AnswerAsync(host, bea, 3, d => d.AcceptAsync(leads[1]));
        await AnswerAsync(host, bea, 1, d => d.DeclineAsync(leads[2], LeadDeclineReason.NoCapacity));
        var noon = host.Clock.Now;
        host.Clock.Advance(Duration.FromDays(3));
        await using (var job = host.Work(new CrmScope(Actor.System("lead-offers"))))
        {
            (await job.Get<LeadOffers>().RunAsync(1)).WithoutValue().ThrowIfFailed();
            await job.SaveAsync();
        }

        await using (var staff = host.Work())
        {
            var customer = await staff.OrganisationAsync("Acme Ltd");
            var (first, second) = ((await staff.Get<LeadConverter>().ConvertAsync(leads[0], new LeadConversion { OwnerId = "ada", Amount = Known.Eur(500) })).Value, (await staff.Get<LeadConverter>().ConvertAsync(leads[1], new LeadConversion { OwnerId = "ada", AllowsDuplicates = true })).Value);
            (await staff.Deals().WinAsync(first.OpportunityId!.Value)).WithoutValue().ThrowIfFailed();
            (await staff.Deals().LoseAsync(second.OpportunityId!.Value, "price")).WithoutValue().ThrowIfFailed();
            var opened = (await staff.Desk.OpenAsync(new CaseDetails(customer, "Leaks"))).Value;
            await staff.SaveAsync();
            (await staff.Get<RecordShares>().ShareAsync(partner, opened.Id.ToSubject())).WithoutValue().ThrowIfFailed();
            var reports = staff.Get<PartnerReports>();
            (await reports.BookAsync(partner, new PartnerFactDetails(PartnerFactKind.Payout, Known.Eur(50), "Commission", s_day, s_day) { Source = first.OpportunityId.Value.ToSubject() })).WithoutValue().ThrowIfFailed();
            var wrong = (await reports.BookAsync(partner, new PartnerFactDetails(PartnerFactKind.Payout, Known.Eur(7), "Commission", s_day, s_day))).Value;
            (await reports.BookAsync(partner, new PartnerFactDetails(PartnerFactKind.Benefit, new Money(9, Currency.Usd), "Training", s_day, s_day.PlusDays(9)))).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
            (await reports.ReverseAsync(wrong.Id, "Twice")).WithoutValue().ThrowIfFailed();
            await staff.SaveAsync();
        }

        await using (var own = host.Work(bea))
        {
            var deal = (await own.Get<PartnerDeals>().DraftAsync(new DealRegistrationDetails("Cups", "Acme", s_day, s_day.PlusDays(60), [new("CUP", 1, 1)]))).Value;
            (await own.Get<PartnerDeals>().SubmitAsync(deal.Id)).WithoutValue().ThrowIfFailed();
            await own.SaveAsync();
        }

        host.Clock.Advance(Duration.FromHours(1));
        await using var reader = host.Work(bea);
        var now = (await reader.Get<PartnerReports>().PerformanceAsync(partner)).Value;
        (now.Tier, now.Offers, now.Accepted, now.Declined, now.Expired, now.Pending).Should().Be(("silver", 5, 2, 1, 1, 1));
        (now.MeanAcceptance, now.MedianAcceptance).Should().Be((Duration.FromHours(2.5), Duration.FromHours(2.5)));
        (now.Won, now.Lost, now.WinRate, now.SharedCases).Should().Be((1, 1, .5, 1));
        now.WonValue.Should().Equal(Known.Eur(500));
        now.Registrations.Should().Equal(new Dictionary<DealRegistrationStatus, int> { [DealRegistrationStatus.Submitted] = 1 });
        now.Sums.Should().Equal(new PartnerSum(PartnerFactKind.Benefit, new Money(9, Currency.Usd), 1), new PartnerSum(PartnerFactKind.Payout, Known.Eur(50), 3));

        var then = (await reader.Get<PartnerReports>().PerformanceAsync(partner, noon)).Value;
        (then.Offers, then.Accepted, then.Declined, then.Expired, then.Pending, then.Won, then.WinRate, then.SharedCases, then.Sums.Count).Should().Be((5, 2, 0, 0, 3, 0, null, 0, 0), "the refusal at that very instant is not before it");
        (await reader.Get<PartnerReports>().PerformanceAsync(partner, begun)).Value.Offers.Should().Be(0);
        (await reader.Get<PartnerReports>().FactsAsync(partner)).Items.Select(f => f.Amount.Amount).Should().BeEquivalentTo([-7m, 9m, 7m, 50m]);
    }

    [SkippableFact]
    [Trait("Check", "PR-06")]
    public async Task Fact_IsTakenBackOnce_WhoeverIsFaster()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var partner = await work.PartnerAsync("Kettle & Sons");
        var reports = work.Get<PartnerReports>();
        var details = new PartnerFactDetails(PartnerFactKind.Payout, Known.Eur(50), "Commission", s_day, s_day);
        var fact = (await reports.BookAsync(partner, details)).Value;
        await work.SaveAsync();
        await using var one = host.Work();
        await using var two = host.Work();
        (await one.Get<PartnerReports>().ReverseAsync(fact.Id, "Wrong")).WithoutValue().ThrowIfFailed();
        (await two.Get<PartnerReports>().ReverseAsync(fact.Id, "Wrong")).WithoutValue().ThrowIfFailed();
        await one.SaveAsync();
        (await two.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
        await using var after = host.Work();
        (await after.Get<PartnerReports>().ReverseAsync(fact.Id, "Again").CodeAsync()).Should().Be("PartnerFactReversed");
        var reversal = (await after.Get<PartnerReports>().FactsAsync(partner)).Items.Single(f => f.ReversesId == fact.Id);
        (await after.Get<PartnerReports>().ReverseAsync(reversal.Id, "Back").CodeAsync()).Should().Be("InvalidValue");

        foreach (var wrong in new[] { details with { Amount = Known.Eur(0) }, details with { Amount = Known.Eur(-1) }, details with { Reason = "" }, details with { Through = s_day.PlusDays(-1) }, details with { Kind = (PartnerFactKind)9 } })
        {
            (await reports.BookAsync(partner, wrong).CodeAsync()).Should().Be("InvalidValue");
        }

        (await reports.BookAsync(PartnerId.New(host.Clock.Now), details).CodeAsync()).Should().Be("PartnerNotFound");
        (await reports.ReverseAsync(PartnerFactId.New(host.Clock.Now), "x").CodeAsync()).Should().Be("PartnerFactNotFound");
    }

    private static async Task AnswerAsync(CrmTestHost<SpecificationContext> host, CrmScope scope, int hours, Func<PartnerLeads, Task<CrmResult<LeadId>>> answer)
    {
        host.Clock.Advance(Duration.FromHours(hours));
        await using var work = host.Work(scope);
        (await answer(work.Get<PartnerLeads>())).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }
}
