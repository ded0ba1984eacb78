using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Quotes in the database: every revision, and one order however many answers come.</summary>
[Trait("Check", "SF-13")]
public abstract class QuoteSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Quotes = 5_000;

    private static readonly QuoteLineDetails s_kettle = new(3) { Sku = "kettle", Discount = Percentage.FromPercent(12.5m), TaxRate = Percentage.FromPercent(22) };

    [SkippableFact]
    [Trait("Check", "OR-02")]
    public async Task Quote_FromDraftToOrder_IsKeptWithItsRevisions()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        await work.AddProductAsync("kettle", 9.99m, 4);
        var opportunity = OpportunityId.New(host.Clock.Now);
        var sent = await SentAsync(work, customer, opportunity);
        (await work.Get<QuoteDesk>().ReviseAsync(sent.Quote.Id, Terms(work), [s_kettle with { Quantity = 4 }])).Errors.Should().BeEmpty();
        var again = await SendAsync(work, sent.Quote.Id);

        OrderId orderId;
        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            (await guest.Get<QuoteAnswers>().ReadAsync(sent.Token)).Should().BeNull("a new revision voids the old link");
            var read = (await guest.Get<QuoteAnswers>().ReadAsync(again.Token))!;
            (read.Revision, read.Net.Amount, read.Tax.Amount, read.Lines.Single().Discount).Should().Be((2, 34.96m, 7.69m, Percentage.FromPercent(12.5m)));
            orderId = (await guest.Get<QuoteAnswers>().AcceptAsync(again.Token)).Value;
            await guest.SaveAsync();
        }

        await using var later = host.Work();
        var order = (await later.Orders.FindAsync(orderId))!;
        (order.Total.Amount, order.Lines.Single().Discount!.Amount, order.Facts.Single().Cost!.Amount).Should().Be((34.96m, 5m, 16m));
        var quote = (await later.Get<QuoteDesk>().FindAsync(sent.Quote.Number))!;
        (quote.Status, quote.OrderId, quote.OpportunityId).Should().Be((QuoteStatus.Accepted, orderId, opportunity));
        quote.Revisions.OrderBy(r => r.Number).Select(r => (r.Number, r.Net.Amount, r.SentAt is null)).Should().Equal((1, 26.22m, false), (2, 34.96m, false));
        (quote.LinesOf(1).Single().Quantity, quote.LinesOf(2).Single().Quantity).Should().Be((3, 4));
        (await later.Get<QuoteDesk>().OfCustomerAsync(customer)).Items.Single().Total.Amount.Should().Be(42.65m);
        (await later.Get<QuoteDesk>().OfOpportunityAsync(opportunity)).Items.Should().ContainSingle();
        (await later.History.TimelineAsync(customer.ToSubject())).Items.Select(e => e.Kind).Should().Contain(["quote-sent", "quote-accepted", "order-placed"]);
    }

    [SkippableFact]
    public async Task Accept_AtTheSameTime_IsOneOrder()
    {
        var host = await HostAsync();
        SentQuote sent;
        await using (var work = host.Work())
        {
            await work.AddProductAsync("kettle", 9.99m);
            sent = await SentAsync(work, await work.RegisterAsync(), null);
        }

        await using var one = host.Work(new CrmScope(Actor.Guest));
        await using var other = host.Work(new CrmScope(Actor.Agent("ada")));
        (await one.Get<QuoteAnswers>().AcceptAsync(sent.Token)).Succeeded.Should().BeTrue();
        (await other.Get<QuoteAnswers>().AcceptAsync(sent.Quote.Id)).Succeeded.Should().BeTrue();
        (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await other.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().NotBeEmpty().And.OnlyContain(code => code == "VersionConflict" || code == "AlreadyExists");

        await using var after = host.Work();
        var quote = (await after.Get<QuoteDesk>().FindAsync(sent.Quote.Id))!;
        (await after.Context.Set<Order>().CountAsync()).Should().Be(1);
        (await after.Get<QuoteAnswers>().AcceptAsync(sent.Token)).Value.Should().Be(quote.OrderId!.Value, "the same answer again is the same order");
    }

    [SkippableFact]
    public async Task Merge_Customers_MovesTheirQuotes()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 9.99m);
        var (kept, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        var sent = await SentAsync(work, absorbed, null);
        (await work.Merger.MergeAsync(kept, absorbed)).Errors.Should().BeEmpty();
        await work.SaveAsync();

        await using var after = host.Work();
        (await after.Get<QuoteDesk>().OfCustomerAsync(kept)).Items.Single().Id.Should().Be(sent.Quote.Id);
        (await after.Get<QuoteAnswers>().AcceptAsync(sent.Token)).Succeeded.Should().BeTrue();
        await after.SaveAsync();
        (await after.Orders.OrdersAsync(kept)).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Expiring_AndAwaitingApproval_AreDecidedByTheClock()
    {
        var host = await HostAsync(s => s.Crm = o => o.Sales.Quotes.ApprovalLimits.Add(Known.Eur(40)));
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 9.99m);
        var customer = await work.RegisterAsync();
        var sent = await SentAsync(work, customer, null);
        var waiting = await DraftAsync(work, customer, null, s_kettle with { Quantity = 9 });
        (await work.Get<QuoteDesk>().SubmitAsync(waiting)).Value.Status.Should().Be(QuoteStatus.AwaitingApproval);
        await work.SaveAsync();

        (await work.Get<QuoteDesk>().AwaitingApprovalAsync()).Items.Single().Id.Should().Be(waiting);
        (await work.Get<QuoteDesk>().ExpiringAsync(29)).Should().BeEmpty();
        (await work.Get<QuoteDesk>().ExpiringAsync(30)).Single().Status.Should().Be(QuoteStatus.Sent);
        host.Clock.Now += Duration.FromDays(32);
        (await work.Get<QuoteDesk>().ExpiringAsync(0)).Single().Should().BeEquivalentTo(new { sent.Quote.Id, Status = QuoteStatus.Expired });
        (await work.Get<QuoteAnswers>().AcceptAsync(sent.Token)).Errors.Single().Code.Should().Be("QuoteExpired");
    }

    [SkippableFact]
    public async Task Lists_OfManyQuotes_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 9.99m);
        var customer = await work.RegisterAsync();
        var opportunity = OpportunityId.New(host.Clock.Now);
        var sent = await SentAsync(work, customer, opportunity);
        await FillAsync(work);

        var plans = new QueryPlans(seen, "crm_quotes");
        await work.Get<QuoteDesk>().OfCustomerAsync(CustomerId.New(host.Clock.Now));
        plans.ShouldSeek("of a customer", "ix_quotes_customer");
        await work.Get<QuoteDesk>().OfOpportunityAsync(opportunity, new PageRequest { Take = 5 });
        plans.ShouldSeek("of an opportunity", "ix_quotes_opportunity");
        await work.Get<QuoteDesk>().AwaitingApprovalAsync(new PageRequest { Take = 5 });
        plans.ShouldSeek("awaiting approval", "ix_quotes_status");
        await work.Get<QuoteDesk>().ExpiringAsync(0, 5);
        plans.ShouldSeek("expiring", "ix_quotes_valid_through");
        await work.Get<QuoteAnswers>().ReadAsync(sent.Token);
        plans.ShouldUse("by token", "ux_quotes_token");
    }

    private static async Task FillAsync(CrmWork<SpecificationContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite
            ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
            : "gen_random_uuid()";
        var columns = context.Model.FindEntityType(typeof(Quote))!.GetProperties().Select(p => p.GetColumnName()).Concat(["TotalAmount", "TotalCurrency"]).Distinct().ToList();
        var values = columns.Select(c => c switch
        {
            "Id" or "OpportunityId" => id, "Number" => "'X-' || n", "TokenHash" => "null", "Status" => "case when n % 2 = 0 then 'Declined' else 'Accepted' end", _ => $"q.\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_quotes ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Quotes})
            select {string.Join(", ", values)} from crm_quotes q, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static QuoteTerms Terms(CrmWork<SpecificationContext> work) => new(work.Get<IClock>().GetCurrentInstant().InUtc().Date.PlusDays(30)) { Title = "Kettles" };

    private static async Task<QuoteId> DraftAsync(CrmWork<SpecificationContext> work, CustomerId customer, OpportunityId? opportunity, QuoteLineDetails line)
    {
        var draft = (await work.Get<QuoteDesk>().DraftAsync(new NewQuote(customer, Terms(work), [line]) { OpportunityId = opportunity })).Value;
        await work.SaveAsync();
        return draft.Id;
    }

    private static async Task<SentQuote> SentAsync(CrmWork<SpecificationContext> work, CustomerId customer, OpportunityId? opportunity) =>
        await SendAsync(work, await DraftAsync(work, customer, opportunity, s_kettle));

    private static async Task<SentQuote> SendAsync(CrmWork<SpecificationContext> work, QuoteId id)
    {
        (await work.Get<QuoteDesk>().SubmitAsync(id)).Errors.Should().BeEmpty();
        var sent = (await work.Get<QuoteDesk>().SendAsync(id)).Value;
        await work.SaveAsync();
        return sent;
    }
}
