using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>Leads on their way through partners: drawn, taken, declined, and back with the staff when nobody is left.</summary>
public abstract class LeadOfferSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PR-02")]
    [Trait("Check", "PR-03")]
    public async Task Lead_GoesFromPartnerToPartner_UntilOneTakesIt()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var here = new PartnerSettings { Areas = [new() { Country = PartnerStory.Italy, Region = "Lombardia" }] };
        var (near, wide) = (await work.PartnerAsync("Near", here), await work.PartnerAsync("Wide", new PartnerSettings { Areas = [new() { Country = PartnerStory.Italy }] }));
        await work.PartnerAsync("No weight", here with { Weight = 0 });
        await work.PartnerAsync("Elsewhere", here with { Areas = [new() { Country = Country.FromCode("DE") }] });
        await work.PartnerAsync("Supplies", here with { Types = [PartnerType.Supplier] });
        var (bea, wim) = (await host.SignUpAsync(near, "bea"), await host.SignUpAsync(wide, "wim"));
        var lead = await work.LeadAsync("Prospect Ltd", "lombardia");

        (await work.Get<LeadOffers>().OfferAsync(lead)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await work.Get<LeadOffers>().OfferAsync(lead).CodeAsync()).Should().Be("LeadOfferPending");

        await using (var asked = host.Work(bea))
        {
            var seen = (await asked.Get<PartnerLeads>().ListAsync()).Items.Single();
            (seen.LeadId, seen.IsTaken, seen.Topic, seen.Region, seen.Name, seen.Email, seen.Description).Should().Be((lead, false, "Kettles", "lombardia", null, null, null), "who it is stays with the business until the lead is taken");
            (await asked.Get<PartnerLeads>().MoveAsync(lead, LeadStatus.Working).CodeAsync()).Should().Be("LeadNotFound");
            (await asked.Get<PartnerLeads>().DeclineAsync(lead, LeadDeclineReason.NotContacted, "On holiday")).WithoutValue().ThrowIfFailed();
            await asked.SaveAsync();
            (await asked.Get<PartnerLeads>().FindAsync(lead)).Should().BeNull();
            (await asked.Get<PartnerLeads>().AcceptAsync(lead).CodeAsync()).Should().Be("LeadNotFound");
        }

        await using (var next = host.Work(wim))
        {
            (await next.Get<PartnerLeads>().AcceptAsync(lead)).WithoutValue().ThrowIfFailed();
            await next.SaveAsync();
            var taken = (await next.Get<PartnerLeads>().FindAsync(lead))!;
            (taken.IsTaken, taken.Name, taken.Email, taken.AnswerBy).Should().Be((true, "Lea Lead", "lea@prospect.example", null));
            (await next.Get<PartnerLeads>().AcceptAsync(lead).CodeAsync()).Should().Be("LeadOfferNotFound");
            (await next.Get<PartnerLeads>().MoveAsync(lead, LeadStatus.Working)).WithoutValue().ThrowIfFailed();
            await next.SaveAsync();
        }

        await using var after = host.Work();
        var (found, offering) = ((await after.Get<LeadDesk>().FindAsync(lead))!, (await after.Get<LeadOffers>().FindAsync(lead))!);
        (found.OwnerId, found.Status, offering.Status, offering.PartnerId).Should().Be((PartnerLeads.OwnerOf(wide), LeadStatus.Working, LeadOfferingStatus.Accepted, wide));
        offering.Offers.Select(o => (o.PartnerId, o.Reach, o.Outcome, o.Reason, o.Note)).Should().Equal(
            (near, PartnerReach.Region, LeadOfferOutcome.Declined, LeadDeclineReason.NotContacted, "On holiday"), (wide, PartnerReach.Country, LeadOfferOutcome.Accepted, null, null));
        foreach (var offer in offering.Offers)
        {
            offer.Number.Should().Be(WeightedDraw.Number(offering.Seed, offer.Ordinal, offer.Candidates.Sum(c => (long)c.Weight)), "the draw can be repeated");
            WeightedDraw.At(offer.Candidates, offer.Number).PartnerId.Should().Be(offer.PartnerId);
        }

        (await after.Get<LeadOffers>().WithdrawAsync(lead).CodeAsync()).Should().Be("LeadOfferTaken");
    }

    [SkippableFact]
    [Trait("Check", "PR-02")]
    [Trait("Check", "PR-03")]
    public async Task Deadline_Passed_AsksTheNext_AndNobodyLeftGivesTheLeadBack()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        PartnerId[] partners = [await work.PartnerAsync("One"), await work.PartnerAsync("Two")];
        var lead = await work.LeadAsync("Prospect Ltd");
        (await work.Get<LeadOffers>().OfferAsync(lead)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        var scopes = new Dictionary<PartnerId, Domain.Access.CrmScope> { [partners[0]] = await host.SignUpAsync(partners[0], "one"), [partners[1]] = await host.SignUpAsync(partners[1], "two") };
        (await RunAsync(host)).Should().Be(0, "there is time left");
        host.Clock.Advance(Duration.FromHours(48));
        var first = (await FindAsync(host, lead)).PartnerId!.Value;
        await using (var late = host.Work(scopes[first]))
        {
            (await late.Get<PartnerLeads>().AcceptAsync(lead).CodeAsync()).Should().Be("LeadOfferOver", "the deadline counts, whether a job ran or not");
        }

        (await RunAsync(host)).Should().Be(1);
        var offering = await FindAsync(host, lead);
        offering.Offers.Select(o => o.PartnerId).Should().BeEquivalentTo(partners, "the next one is another");
        await using (var second = host.Work(scopes[offering.PartnerId!.Value]))
        {
            (await second.Get<PartnerLeads>().DeclineAsync(lead, LeadDeclineReason.Spam)).WithoutValue().ThrowIfFailed();
            await second.SaveAsync();
        }

        (await FindAsync(host, lead)).Status.Should().Be(LeadOfferingStatus.Exhausted);
        await using var staff = host.Work();
        var offers = staff.Get<LeadOffers>();
        (await offers.OfferAsync(lead).CodeAsync()).Should().Be("NoPartnerFits");
        (await offers.OfferAsync(lead, offering.PartnerId).CodeAsync()).Should().Be("LeadOfferDeclined", "whoever declined is never asked again");
        (await offers.OfferAsync(lead, first)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        (await staff.Get<LeadDesk>().DisqualifyAsync(lead, "Spam")).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        host.Clock.Advance(Duration.FromDays(3));
        (await RunAsync(host)).Should().Be(1);
        (await FindAsync(host, lead)).Status.Should().Be(LeadOfferingStatus.Withdrawn, "nothing will come of the lead");
    }

    [SkippableFact]
    [Trait("Check", "PR-03")]
    public async Task TwoPeopleOfAPartner_AnswerAtOnce_OneAnswerCounts()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var partner = await work.PartnerAsync("One");
        var lead = await work.LeadAsync("Prospect Ltd");
        (await work.Get<LeadOffers>().OfferAsync(lead, partner)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        var (one, two) = (await host.SignUpAsync(partner, "one"), await host.SignUpAsync(partner, "two"));
        await using var accepts = host.Work(one);
        await using var declines = host.Work(two);
        (await accepts.Get<PartnerLeads>().AcceptAsync(lead)).WithoutValue().ThrowIfFailed();
        (await declines.Get<PartnerLeads>().DeclineAsync(lead, LeadDeclineReason.Other)).WithoutValue().ThrowIfFailed();
        await accepts.SaveAsync();
        (await declines.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        (await FindAsync(host, lead)).Status.Should().Be(LeadOfferingStatus.Accepted);
    }

    [SkippableFact]
    [Trait("Check", "PR-02")]
    public async Task BadInput_IsRefusedWithItsReason()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var offers = work.Get<LeadOffers>();
        var lead = await work.LeadAsync("Prospect Ltd");
        (await offers.OfferAsync(LeadId.New(host.Clock.Now)).CodeAsync()).Should().Be("LeadNotFound");
        (await offers.OfferAsync(lead).CodeAsync()).Should().Be("NoPartnerFits");
        (await offers.OfferAsync(lead, PartnerId.New(host.Clock.Now)).CodeAsync()).Should().Be("PartnerNotFound");
        var partner = await work.PartnerAsync("One", new PartnerSettings { ValidThrough = new LocalDate(2000, 1, 1) });
        (await offers.OfferAsync(lead, partner).CodeAsync()).Should().Be("PartnerInactive");
        (await offers.WithdrawAsync(lead).CodeAsync()).Should().Be("LeadOfferNotFound");
        (await work.Get<LeadDesk>().DisqualifyAsync(lead, "Spam")).WithoutValue().ThrowIfFailed();
        (await offers.OfferAsync(lead).CodeAsync()).Should().Be("LeadNotOffered");
        await FluentActions.Invoking(() => offers.RunAsync(0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        (await work.Get<PartnerLeads>().ListAsync()).Items.Should().BeEmpty("staff acts for no partner");
        (await work.Get<PartnerLeads>().AcceptAsync(lead).CodeAsync()).Should().Be("LeadNotFound");
    }

    private static async Task<LeadOffering> FindAsync(CrmTestHost<SpecificationContext> host, LeadId lead)
    {
        await using var work = host.Work();
        return (await work.Get<LeadOffers>().FindAsync(lead))!;
    }

    private static async Task<int> RunAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work(new Domain.Access.CrmScope(Domain.Access.Actor.System("lead-offers")));
        var done = (await work.Get<LeadOffers>().RunAsync()).Value.Count;
        await work.SaveAsync();
        return done;
    }
}
