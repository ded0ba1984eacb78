using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of sales.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Sales =>
    [
        AggregateSetup.Of(() => new Quote(
                QuoteId.New(s_now), QuoteNumber.From(1), s_customer, null, new QuoteTerms(s_day.PlusYears(50)), [s_offered], s_now))
            .Before<Quote>(nameof(Quote.Rewrite), _ => [new QuoteTerms(s_day.PlusYears(40)), new[] { s_offered }, s_now])
            .Before<Quote>(nameof(Quote.Revise), q =>
            {
                q.Submit(false, "bob", s_now);
                return [new QuoteTerms(s_day.PlusYears(40)), new[] { s_offered }, s_now];
            })
            .Before<Quote>(nameof(Quote.Approve), q => q.Submit(true, "bob", s_now))
            .Before<Quote>(nameof(Quote.Reject), q => q.Submit(true, "bob", s_now))
            .Before<Quote>(nameof(Quote.Send), q => q.Submit(false, "bob", s_now))
            .Before<Quote>(nameof(Quote.Accept), Sent)
            .Before<Quote>(nameof(Quote.Decline), Sent),
        AggregateSetup.Of(Pipeline)
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.CeaseDefault), p => p.BecomeDefault(s_now))
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.CanReorder), p => [p.Stages.Select(s => s.Key).ToArray()])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.Reorder), p => [p.Stages.Select(s => s.Key).Reverse().ToArray(), s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.ChangeStage), _ => ["proposal", "Offer", new StageSettings { Probability = .4m }, s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RetireStage), _ => ["proposal", s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RestoreStage), p =>
            {
                p.RetireStage("proposal", s_now);
                return ["proposal", s_now];
            })
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RemoveStage), _ => ["proposal", false, s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.Restore), p => p.Archive(s_now)),
        AggregateSetup.Of(() => new Opportunity(OpportunityId.New(s_now), new OpportunityDetails(s_customer, "Kettles for all"), s_pipeline, s_now))
            .Before<Opportunity>(nameof(Opportunity.MoveTo), _ => [s_pipeline, "proposal", s_now])
            .Before<Opportunity>(nameof(Opportunity.CanTransfer), _ => [Pipeline(), null])
            .Before<Opportunity>(nameof(Opportunity.Transfer), _ => [Pipeline(), null, s_now])
            .Before<Opportunity>(nameof(Opportunity.Win), _ => [s_pipeline, null, null, s_now, null])
            .Before<Opportunity>(nameof(Opportunity.Lose), _ => [s_pipeline, new LossReason("price", "Price"), null, null, null, s_now, null])
            .Before<Opportunity>(nameof(Opportunity.Reopen), o =>
            {
                o.Win(s_pipeline, null, null, s_now);
                return [s_pipeline, null, s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.Estimate), _ => [.3m, s_now])
            .Before<Opportunity>(nameof(Opportunity.LearnChance), _ => [.3m, s_now])
            .Before<Opportunity>(nameof(Opportunity.DescribeContact), o =>
            {
                o.AddContact(new BuyingContact(s_customer), s_now);
                return [new BuyingContact(s_customer, BuyingRole.Buyer), s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.RemoveContact), o =>
            {
                o.AddContact(new BuyingContact(s_customer), s_now);
                return [s_customer, s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.RemoveCompetitor), o => o.AddCompetitor("sample", null, s_now)),
        AggregateSetup.Of(() => new Salesperson(SalespersonId.New(s_now), "ada", s_now))
            .Before<Salesperson>(nameof(Salesperson.CanPlace), _ => ["cleo", new Dictionary<string, string>()])
            .Before<Salesperson>(nameof(Salesperson.Place), _ => ["cleo", null, new Dictionary<string, string>(), s_now])
            .Before<Salesperson>(nameof(Salesperson.SetQuota), _ => [s_period, new Money(30, Currency.Eur), s_now])
            .Before<Salesperson>(nameof(Salesperson.CanWithdrawQuota), p => Quota(p, [s_period, Currency.Eur]))
            .Before<Salesperson>(nameof(Salesperson.WithdrawQuota), p => Quota(p, [s_period, Currency.Eur, s_now]))
            .Before<Salesperson>(nameof(Salesperson.Judge), _ => [s_period, ForecastCategory.Commit, new Money(30, Currency.Eur), s_now])
            .Before<Salesperson>(nameof(Salesperson.CanWithdrawJudgement), p => Judged(p, [s_period, ForecastCategory.Commit, Currency.Eur]))
            .Before<Salesperson>(nameof(Salesperson.WithdrawJudgement), p => Judged(p, [s_period, ForecastCategory.Commit, Currency.Eur, s_now])),
        AggregateSetup.Of(() => new Lead(LeadId.New(s_now), new LeadDetails { Organisation = "Analytical Engines" }, s_now))
            .Before<Lead>(nameof(Lead.MoveTo), _ => [LeadStatus.Working, s_now])
            .Before<Lead>(nameof(Lead.GetPoints), _ => [new LeadScoreAction("visit", 5), Array.Empty<LeadScoreThreshold>(), s_now]),
        AggregateSetup.Of(() => new LeadQueue(LeadQueueId.New(s_now), "Web", new LeadQueueSettings(), s_now))
            .Before<LeadQueue>(nameof(LeadQueue.RemoveMember), q => q.SetMember("sample", 1, null, s_now))
            .Before<LeadQueue>(nameof(LeadQueue.Give), q => q.SetMember("sample", 1, null, s_now)),
        AggregateSetup.Of(North)
            .Before<Territory>(nameof(Territory.Restore), t => t.Retire(s_now))
            .Before<Territory>(nameof(Territory.CeaseFallback), t => t.BecomeFallback(s_now)),
    ];

    private static object?[] Quota(Salesperson person, object?[] then)
    {
        person.SetQuota(s_period, new Money(30, Currency.Eur), s_now);
        return then;
    }

    private static object?[] Judged(Salesperson person, object?[] then)
    {
        person.Judge(s_period, ForecastCategory.Commit, new Money(30, Currency.Eur), s_now);
        return then;
    }

    private static Territory North() => new(TerritoryId.New(s_now), "North", new TerritorySettings { OwnerId = "bob", TeamId = "north" }, s_now);

    private static Pipeline Pipeline() => new(PipelineId.New(s_now), PipelineDefinition.Standard, s_now);

    private static void Sent(Quote quote)
    {
        quote.Submit(false, "bob", s_now);
        quote.Send("hash", s_day, s_now);
    }
}
