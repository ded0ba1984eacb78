using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/from-lead-to-order.md says.</summary>
public sealed class SalesGuideTests
{
    [Fact]
    [Trait("Check", "SF-02")]
    [Trait("Check", "SF-14")]
    public async Task Lead_GoesToWhoeverHasRoom_AndBecomesCustomers()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(o =>
        {
            o.Sales.LeadScoring.Register(new LeadScoreAction("asked-for-offer", 50) { Group = "interest" });
            o.Sales.LeadScoring.Register(new LeadScoreThreshold("hot", 40));
        });
        (await host.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        var became = await SalesGuide.LeadAsync(host.Get<LeadDesk>(), host.Get<LeadQueues>(), host.Get<LeadConverter>(), host.Get<ICrmUnitOfWork>());
        var lead = (await host.Get<LeadDesk>().FindAsync(became.LeadId))!;
        (lead.Status, lead.OwnerId, lead.Score, lead.Thresholds.Single().Key).Should().Be((LeadStatus.Converted, "ada", 50, "hot"));
        var deal = (await host.Get<SalesPipeline>().FindAsync(became.OpportunityId!.Value))!;
        (deal.Name, deal.OwnerId, deal.CustomerId).Should().Be(("Kettles for all", "ada", became.OrganisationId!.Value));
    }

    [Fact]
    [Trait("Check", "SF-05")]
    public async Task Deal_GoesAsFarAsItsPipelineLetsIt_AndComesBack()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var pipeline = await SalesGuide.SetUpAsync(host.Get<Pipelines>());
        var firm = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Acme" })).Value.Id;
        var buyer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();
        var begun = host.Clock.Now;

        (await SalesGuide.OpenAsync(host.Get<SalesPipeline>(), host.Get<OpportunityDesk>(), firm, buyer)).Should().Be("StageFieldsMissing, offer, 0.75");
        await host.SaveAsync();
        var id = (await host.Get<PipelineBoard>().ListAsync(new OpportunityCriteria { CustomerId = firm })).Items.Single().Id;
        host.Clock.Advance(Duration.FromDays(1));
        var deal = await SalesGuide.CloseAsync(host.Get<SalesPipeline>(), id);
        await host.SaveAsync();

        (deal.Category, deal.Probability, deal.LossReason, deal.ClosedAt).Should().Be((StageCategory.Open, .75m, null, null));
        SalesGuide.AsOf(deal, begun).Should().Be("offer, 1200.00 EUR, 0.75, Open");
        SalesGuide.AsOf(deal, begun - Duration.FromDays(1)).Should().Be("not open yet");
        (await SalesGuide.ReportAsync(host.Get<PipelineBoard>(), host.Get<PipelineReports>(), pipeline)).Should().Equal(
            "offer: 1 worth 1200.00 EUR", "idea: 1 came here, 0 died here", "offer: 1 came here, 0 died here");
    }

    [Fact]
    [Trait("Check", "SF-14")]
    public async Task Territories_TakeWhatIsThere_AndSayWhy()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        await SalesGuide.SetUpAsync(host.Get<Pipelines>());
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Address = new PostalAddress("Via Roma 1", null, "20121", "Milano", null, Country.FromCode("IT")) })).Value.Id;
        await host.SaveAsync();
        var deal = (await host.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(anna, "Kettles for all"))).Value.Id;
        await host.SaveAsync();

        (await SalesGuide.DivideAsync(host.Get<Territories>(), host.Get<TerritoryDesk>(), host.Get<TerritoryReassignment>(), host.Get<ICrmUnitOfWork>(), deal)).Should().Equal(
            "Rest of the world: HasNoCriteria", "Italy: Takes", "1 looked at, 1 moved");
    }

    [Fact]
    [Trait("Check", "SF-13")]
    public async Task Quote_IsAcceptedByItsLink_AndIsAnOrder()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        host.Get<IProductStore>().Add(new Product(ProductId.New(host.Clock.Now), "kettle", "Kettle", new Money(30, Currency.Eur), host.Clock.Now));
        await SalesGuide.SetUpAsync(host.Get<Pipelines>());
        var firm = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Acme" })).Value.Id;
        await host.SaveAsync();
        var deal = (await host.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(firm, "Kettles for all"))).Value;
        var token = await SalesGuide.QuoteAsync(host.Get<QuoteDesk>(), firm, deal.Id);
        await host.SaveAsync();

        var sent = (await host.Get<QuoteDesk>().OfOpportunityAsync(deal.Id)).Items.Single();
        (await SalesGuide.DocumentAsync(host.Get<QuoteDocuments>(), sent.Id, token)).Name.Should().Be("Q-000001-1.html");
        var order = await SalesGuide.AcceptAsync(host.Get<QuoteAnswers>(), host.Get<ICrmUnitOfWork>(), token);

        (await host.Get<OrderBook>().FindAsync(order))!.Total.Amount.Should().Be(1_200);
        var quote = (await host.Get<QuoteDesk>().OfOpportunityAsync(deal.Id)).Items.Single();
        (quote.Status, quote.Total.Amount).Should().Be((QuoteStatus.Accepted, 1_464));
    }
}
