using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/from-lead-to-order.md.</summary>
internal static class SalesGuide
{
    // docs: sales-lead
    /// <summary>A lead comes in, goes to whoever has room, and becomes customers and an opportunity.</summary>
    public static async Task<LeadConversionResult> LeadAsync(LeadDesk desk, LeadQueues queues, LeadConverter converter, ICrmUnitOfWork unitOfWork)
    {
        var web = (await queues.CreateAsync("Web", new LeadQueueSettings { Criteria = new Condition("source", CriteriaOperators.Equal, "web"), Period = LeadPeriod.Week })).Value;
        await unitOfWork.SaveAsync();
        await queues.SetMemberAsync(web.Id, "ada", weight: 2, capacity: 20);      // twice bob's share, 20 a week at most
        await queues.SetMemberAsync(web.Id, "bob", capacity: 15);

        var lead = (await desk.ReceiveAsync(new LeadDetails
        {
            Name = new PersonName("Anna", "Rossi"), Organisation = "Acme", Email = EmailAddress.Parse("anna@acme.example"), Topic = "Kettles for all", Source = "web",
        })).Value;
        await queues.RouteAsync(lead.Id);                                         // the first queue whose criteria hold
        await desk.ScoreAsync(lead.Id, "asked-for-offer");
        await unitOfWork.SaveAsync();
        await queues.GiveOutAsync(web.Id);                                        // saves lead by lead

        return (await converter.ConvertAsync(lead.Id, new LeadConversion { Amount = new Money(1_200, Currency.Eur) })).Value;
    }
    // docs: end

    // docs: sales-pipeline
    /// <summary>A pipeline of the business's own. The caller saves.</summary>
    public static async Task<PipelineId> SetUpAsync(Pipelines pipelines)
    {
        var made = (await pipelines.CreateAsync(new PipelineDefinition("Projects",
        [
            new("idea", "Idea", StageCategory.Open) { Settings = new() { Probability = 0.1m, MaxAge = Duration.FromDays(30) } },
            new("offer", "Offer", StageCategory.Open)
            {
                Settings = new()
                {
                    Probability = 0.6m,
                    ForecastCategory = ForecastCategory.BestCase,
                    Required = [OpportunityField.CloseDate, OpportunityField.DecisionMaker],   // who decides, and when
                    Condition = new Condition("amount", CriteriaOperators.GreaterOrEqual, 500m),
                },
            },
            new("won", "Won", StageCategory.Won),
            new("lost", "Lost", StageCategory.Lost),
        ]))).Value;
        return made.Id;
    }
    // docs: end

    // docs: sales-open
    /// <summary>Opens an opportunity and takes it as far as its pipeline lets it. The caller saves.</summary>
    public static async Task<string> OpenAsync(SalesPipeline deals, OpportunityDesk desk, CustomerId firm, CustomerId buyer)
    {
        var deal = (await deals.OpenAsync(new OpportunityDetails(firm, "Kettles for all") { Amount = new Money(1_200, Currency.Eur), Source = "web" })).Value;
        var refused = await deals.MoveAsync(deal.Id, "offer");                    // StageFieldsMissing: close date, decision maker
        await desk.ExpectCloseAsync(deal.Id, new LocalDate(2026, 9, 30));
        await desk.AddContactAsync(deal.Id, new BuyingContact(buyer, BuyingRole.DecisionMaker));
        var moved = (await deals.MoveAsync(deal.Id, "offer")).Value;              // its probability is 0.6 now
        await desk.EstimateAsync(deal.Id, 0.75m);                                // by hand, in every stage from here
        return $"{refused.Errors[0].Code}, {moved.Stage}, {moved.Probability}";
    }
    // docs: end

    // docs: sales-close
    /// <summary>Loses it, and finds it again a month later. The caller saves.</summary>
    public static async Task<Opportunity> CloseAsync(SalesPipeline deals, OpportunityId id)
    {
        await deals.LoseAsync(id, "no-budget");                       // "other" needs words
        return (await deals.ReopenAsync(id)).Value;                   // nothing of the closing is left, but for the log
    }
    // docs: end

    // docs: sales-as-of
    /// <summary>What was expected of an opportunity at an instant.</summary>
    public static string AsOf(Opportunity deal, Instant instant) =>
        deal.AsOf(instant) is { } then ? $"{then.Stage}, {then.Amount}, {then.Probability}, {then.Category}" : "not open yet";
    // docs: end

    // docs: sales-reports
    /// <summary>What stands where, what is rotting, and how far opportunities come.</summary>
    public static async Task<List<string>> ReportAsync(PipelineBoard board, PipelineReports reports, PipelineId pipeline)
    {
        var lines = new List<string>();
        lines.AddRange((await board.TotalsAsync(pipeline)).Select(t => $"{t.Stage}: {t.Count} worth {t.Amount}"));
        lines.AddRange((await board.RottingAsync(pipeline)).Select(r => $"{r.Opportunity.Name} is {r.Overdue.TotalDays} days too old"));
        lines.AddRange((await reports.FunnelAsync(pipeline)).Select(s => $"{s.Stage}: {s.Reached} came here, {s.Lost} died here"));
        var next = (await board.StageAsync(pipeline, "offer", new PageRequest { Take = 50 })).Next;      // null: that was all
        return next is null ? lines : [.. lines, "and more"];
    }
    // docs: end

    // docs: sales-quote
    /// <summary>Writes a quote, sends it, and returns what the customer answers with. The caller saves.</summary>
    public static async Task<string> QuoteAsync(QuoteDesk desk, CustomerId firm, OpportunityId deal)
    {
        var quote = (await desk.DraftAsync(new NewQuote(firm, new QuoteTerms(new LocalDate(2026, 9, 30)) { Title = "Kettles for all" },
        [
            new QuoteLineDetails(40) { Sku = "kettle", Discount = Percentage.FromPercent(10), TaxRate = Percentage.FromPercent(22) },
            new QuoteLineDetails(1) { Description = "Delivery", UnitPrice = new Money(120, Currency.Eur), TaxRate = Percentage.FromPercent(22) },
        ]) { OpportunityId = deal })).Value;
        await desk.SubmitAsync(quote.Id);                             // beyond CrmOptions.Sales.Quotes it would await somebody's approval
        return (await desk.SendAsync(quote.Id)).Value.Token;          // for the link in your message; only its hash is kept
    }
    // docs: end

    // docs: sales-accept
    /// <summary>The customer follows the link: no sign-in, and no member of staff.</summary>
    public static async Task<OrderId> AcceptAsync(QuoteAnswers answers, ICrmUnitOfWork unitOfWork, string token)
    {
        var order = (await answers.AcceptAsync(token)).Value;         // QuoteExpired after its last day
        await unitOfWork.SaveAsync();                                 // the quote and its order, or neither
        return order;
    }
    // docs: end

    // docs: sales-territory
    /// <summary>Two territories, what came in before they were made, and why a deal is where it is. The caller saves what is opened later.</summary>
    public static async Task<List<string>> DivideAsync(Territories territories, TerritoryDesk desk, TerritoryReassignment reassignment, ICrmUnitOfWork unitOfWork, OpportunityId deal)
    {
        await territories.CreateAsync("Italy", new TerritorySettings
        {
            Leads = new Condition("country", CriteriaOperators.Equal, "IT"),
            Customers = new Condition("country", CriteriaOperators.Equal, "IT"),   // and with them their deals
            OwnerId = "ada",
            Position = 1,
        });
        var rest = (await territories.CreateAsync("Rest of the world", new TerritorySettings { OwnerId = "bob" })).Value;
        await territories.MakeFallbackAsync(rest.Id);                              // takes what no other does
        await unitOfWork.SaveAsync();

        var plan = (await reassignment.PreviewAsync()).Value;                      // nothing is changed yet
        await reassignment.ApplyAsync();                                           // saves lot by lot; owners stay, unless you say otherwise
        return [.. (await desk.ExplainAsync(deal)).Value.Answers.Select(a => $"{a.Name}: {a.Verdict}"), $"{plan.Deals} looked at, {plan.Moves.Count} moved"];
    }
    // docs: end

    // docs: sales-document
    /// <summary>What goes to the customer with the message: a page, or what the host's own renderer makes.</summary>
    public static async Task<QuoteFile> DocumentAsync(QuoteDocuments documents, QuoteId quote, string token) =>
        (await documents.RenderAsync(quote, new QuoteDocumentRequest { Token = token })).Value;
    // docs: end
}
