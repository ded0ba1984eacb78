using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Sales.QuoteStatus;

namespace Crm.Domain.Tests.Sales;

[Trait("Check", "SF-13")]
public sealed class QuoteMachineTests
{
    private static readonly LocalDate s_day = new(2026, 6, 1);
    private static readonly QuoteTerms s_terms = new(new LocalDate(2026, 6, 30));
    private static readonly PricedQuoteLine s_kettle = new("KETTLE", "Kettle", 3, new Money(9.99m, Currency.Eur));

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Quote, QuoteStatus>(
        now => new Quote(QuoteId.New(now), QuoteNumber.From(1), CustomerId.New(now), null, s_terms, [s_kettle], now),
        q => q.Status,
        Draft,
        new("rewrite", q => q.CanRewrite(), (q, now) => q.Rewrite(s_terms, [s_kettle], now), s => s == Draft ? Draft : null),
        new("revise", q => q.CanRevise(), (q, now) => q.Revise(s_terms, [s_kettle], now), s => s is Approved or Sent or Declined or Withdrawn ? Draft : null),
        new("submit", q => q.CanSubmit(), (q, now) => q.Submit(needsApproval: false, "ada", now), s => s == Draft ? Approved : null),
        new("submit beyond a limit", q => q.CanSubmit(), (q, now) => q.Submit(needsApproval: true, "ada", now), s => s == Draft ? AwaitingApproval : null),
        new("approve", q => q.CanDecide("bob"), (q, now) => q.Approve("bob", now), s => s == AwaitingApproval ? Approved : null),
        new("approve one's own", q => q.CanDecide("ada"), (q, now) => q.Approve("ada", now), _ => null),
        new("reject", q => q.CanDecide("bob"), (q, now) => q.Reject("bob", "too cheap", now), s => s == AwaitingApproval ? Draft : null),
        new("send", q => q.CanSend(s_day), (q, now) => q.Send("hash", s_day, now), s => s == Approved ? Sent : null),
        new("send too late", q => q.CanSend(new LocalDate(2026, 7, 1)), (q, now) => q.Send("hash", new LocalDate(2026, 7, 1), now), _ => null),
        new("accept", q => q.CanAccept(s_day), (q, now) => q.Accept(OrderId.New(now), s_day, now), s => s == Sent ? Accepted : null),
        new("accept too late", q => q.CanAccept(new LocalDate(2026, 7, 1)), (q, now) => q.Accept(OrderId.New(now), new LocalDate(2026, 7, 1), now), _ => null),
        new("decline", q => q.CanDecline(), (q, now) => q.Decline("no", now), s => s == Sent ? Declined : null),
        new("withdraw", q => q.CanWithdraw(), (q, now) => q.Withdraw(null, now), s => s is Accepted or Declined or Withdrawn ? null : Withdrawn));

    [Fact]
    public void Totals_DiscountAndTax_AreRoundedLineByLine()
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var quote = new Quote(
            QuoteId.New(now),
            QuoteNumber.From(1),
            CustomerId.New(now),
            null,
            s_terms,
            [
                s_kettle with { Discount = Percentage.FromPercent(10), TaxRate = Percentage.FromPercent(22) },
                new PricedQuoteLine(null, "Delivery", 1, new Money(5, Currency.Eur)) { TaxRate = Percentage.FromPercent(10) },
            ],
            now);

        // 29.97 less 10 % is 26.973, so 26.97; 22 % of that is 5.9334, so 5.93.
        quote.Lines.Select(l => (l.Gross.Amount, l.Net.Amount, l.Tax.Amount)).Should().Equal((29.97m, 26.97m, 5.93m), (5m, 5m, 0.50m));
        (quote.Current.Net.Amount, quote.Current.Tax.Amount, quote.Current.Total.Amount).Should().Be((31.97m, 6.43m, 38.40m));
    }

    [Fact]
    public void Revise_OldRevision_StaysAsItWas()
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var quote = new Quote(QuoteId.New(now), QuoteNumber.From(1), CustomerId.New(now), null, s_terms, [s_kettle], now);
        quote.Submit(needsApproval: false, "ada", now);
        quote.Send("hash", s_day, now);

        quote.Revise(new QuoteTerms(new LocalDate(2026, 7, 31)), [s_kettle with { Quantity = 5 }], now);

        quote.Revisions.Select(r => (r.Number, r.Total.Amount, r.SentAt)).Should().Equal((1, 29.97m, now), (2, 49.95m, null));
        (quote.LinesOf(1).Single().Quantity, quote.Lines.Single().Quantity, quote.TokenHash, quote.ValidThrough).Should().Be((3, 5, null, new LocalDate(2026, 7, 31)));
    }

    [Fact]
    public void Quote_BadInput_IsRefused()
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        PricedQuoteLine[][] bad =
        [
            [], [s_kettle with { Quantity = 0 }], [s_kettle with { Quantity = -1 }], [s_kettle with { Quantity = 0.00001m }], [s_kettle with { UnitPrice = new Money(-1, Currency.Eur) }],
            [s_kettle, s_kettle with { UnitPrice = new Money(1, Currency.Usd) }], [s_kettle with { Discount = Percentage.FromPercent(101) }], [s_kettle with { TaxRate = Percentage.FromPercent(-1) }],
            [s_kettle with { Description = " " }], [.. Enumerable.Repeat(s_kettle, Quote.MaxLines + 1)],
        ];
        foreach (var lines in bad)
        {
            FluentActions.Invoking(() => new Quote(QuoteId.New(now), QuoteNumber.From(1), CustomerId.New(now), null, s_terms, lines, now)).Should().Throw<ArgumentException>();
        }
    }
}
