using Crm.Domain.Access;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Sales;

[Trait("Check", "SF-13")]
public sealed class QuoteDeskTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Accept_ByToken_PlacesTheOrderThatWasQuoted()
    {
        var sent = await SentAsync(new QuoteLineDetails(3) { Sku = "KETTLE", UnitPrice = new Money(9.99m, Currency.Eur), Discount = Percentage.FromPercent(10), TaxRate = Percentage.FromPercent(22) }, new QuoteLineDetails(1) { Description = "Engraving", UnitPrice = new Money(5, Currency.Eur) });
        var guest = _shop.As(Actor.Guest);

        var read = (await guest.QuoteAnswers.ReadAsync(sent.Token))!;
        (read.Status, read.Total.Amount, read.Lines[0].Description).Should().Be((QuoteStatus.Sent, 37.90m, "Kettle"));
        var orderId = (await guest.QuoteAnswers.AcceptAsync(sent.Token)).Value;

        var order = _shop.Placed.Should().ContainSingle().Subject;
        (order.Id, order.Total.Amount, order.CustomerId).Should().Be((orderId, 31.97m, sent.Quote.CustomerId), "tax is no purchase");
        order.Lines.Select(l => (l.Sku, l.Discount?.Amount, l.Total.Amount, l.UnitCost?.Amount)).Should().Equal(("KETTLE", 3m, 26.97m, 12.5m), (null, null, 5m, null));
        (sent.Quote.Status, sent.Quote.OrderId).Should().Be((QuoteStatus.Accepted, orderId));
    }

    [Fact]
    public async Task Accept_Twice_IsOneOrder()
    {
        var sent = await SentAsync(new QuoteLineDetails(1) { Sku = "CUP" });

        var first = await _shop.QuoteAnswers.AcceptAsync(sent.Token);
        (await _shop.QuoteAnswers.AcceptAsync(sent.Token)).Value.Should().Be(first.Value);
        (await _shop.QuoteAnswers.AcceptAsync(sent.Quote.Id)).Errors.Single().Code.Should().Be("QuoteTransitionNotAllowed");
        (await _shop.QuoteAnswers.DeclineAsync(sent.Token)).Errors.Single().Code.Should().Be("QuoteTransitionNotAllowed");
        _shop.Placed.Should().ContainSingle();
    }

    [Fact]
    public async Task Accept_AfterItsLastDayInTheBusinesssZone_IsRefused()
    {
        var sent = await SentAsync(new QuoteLineDetails(1) { Sku = "CUP" });
        _shop.Clock.Now = sent.Quote.ValidThrough.At(new LocalTime(23, 59)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant() + Duration.FromMinutes(1);

        (await _shop.QuoteAnswers.AcceptAsync(sent.Token)).Errors.Single().Code.Should().Be("QuoteExpired");
        (await _shop.QuoteAnswers.ReadAsync(sent.Token))!.Status.Should().Be(QuoteStatus.Expired);
        (await _shop.QuoteAnswers.DeclineAsync(sent.Token, "too late")).Succeeded.Should().BeTrue();
        _shop.Placed.Should().BeEmpty();
    }

    [Fact]
    public async Task Revise_SentQuote_VoidsItsToken()
    {
        var sent = await SentAsync(new QuoteLineDetails(1) { Sku = "CUP" });
        await Done(_shop.QuoteDesk.ReviseAsync(sent.Quote.Id, new QuoteTerms(sent.Quote.ValidThrough), [new QuoteLineDetails(2) { Sku = "CUP" }]));

        (await _shop.QuoteAnswers.ReadAsync(sent.Token)).Should().BeNull();
        (await _shop.QuoteAnswers.AcceptAsync(sent.Token)).Errors.Single().Code.Should().Be("QuoteTokenUnknown");
        (await _shop.QuoteAnswers.AcceptAsync("x")).Errors.Single().Code.Should().Be("QuoteTokenUnknown");
    }

    [Fact]
    public async Task Submit_BeyondALimit_AwaitsSomebodyElse()
    {
        _shop.QuoteOptions.ApprovalLimits.Add(new Money(100, Currency.Eur));
        _shop.QuoteOptions.ApprovalDiscount = Percentage.FromPercent(15);

        (await SubmittedAsync(new QuoteLineDetails(3) { Sku = "KETTLE" })).Status.Should().Be(QuoteStatus.Approved);
        (await SubmittedAsync(new QuoteLineDetails(1) { Sku = "CUP", Discount = Percentage.FromPercent(16) })).Status.Should().Be(QuoteStatus.AwaitingApproval);
        (await SubmittedAsync(new QuoteLineDetails(1) { Description = "Abroad", UnitPrice = new Money(1, Currency.Usd) })).Status.Should().Be(QuoteStatus.AwaitingApproval, "dollars have no limit");
        var quote = await SubmittedAsync(new QuoteLineDetails(4) { Sku = "KETTLE" });
        quote.Status.Should().Be(QuoteStatus.AwaitingApproval);

        (await _shop.QuoteDesk.ApproveAsync(quote.Id)).Errors.Single().Code.Should().Be("QuoteOwnApproval");
        (await _shop.QuoteDesk.SendAsync(quote.Id)).Errors.Single().Code.Should().Be("QuoteTransitionNotAllowed");
        var boss = _shop.As(Actor.Agent("bob"));
        await Done(boss.QuoteDesk.RejectAsync(quote.Id, "too much"));
        (quote.Status, quote.Reason).Should().Be((QuoteStatus.Draft, "too much"));
        await Done(_shop.QuoteDesk.SubmitAsync(quote.Id));
        (await boss.QuoteDesk.ApproveAsync(quote.Id)).Value.ApprovedBy.Should().Be("bob");
    }

    [Fact]
    public async Task Desk_BadInput_IsACodedError()
    {
        var customer = _shop.Customer();
        var terms = new QuoteTerms(new LocalDate(2030, 1, 1));
        QuoteLineDetails cup = new(1) { Sku = "CUP" };

        await Refused("CustomerNotFound", new NewQuote(Crm.Domain.Customers.CustomerId.New(_shop.Clock.Now), terms, [cup]));
        await Refused("ProductUnknown", new NewQuote(customer, terms, [cup, new QuoteLineDetails(1) { Sku = "TEAPOT" }]));
        await Refused("InvalidValue", new NewQuote(customer, terms, []));
        await Refused("InvalidValue", new NewQuote(customer, terms, [new QuoteLineDetails(1)]));
        await Refused("InvalidValue", new NewQuote(customer, terms, [cup with { Quantity = -1 }]));
        await Refused("ActNotAllowed", new NewQuote(customer, terms, [cup]), _shop.As(Actor.PortalCustomer("anna", [customer.ToSubject()])));
        (await _shop.QuoteDesk.SendAsync(QuoteId.New(_shop.Clock.Now))).Errors.Single().Code.Should().Be("QuoteNotFound");
        var quote = (await _shop.QuoteDesk.DraftAsync(new NewQuote(customer, terms, [cup]))).Value;
        (await _shop.QuoteDesk.SubmitAsync(quote.Id, quote.Version + 1)).Errors.Single().Code.Should().Be("VersionConflict");
        (await _shop.As(Actor.Guest).QuoteDesk.FindAsync(quote.Id)).Should().BeNull();

        async Task Refused(string code, NewQuote quote, Shop? shop = null)
        {
            (await (shop ?? _shop).QuoteDesk.DraftAsync(quote)).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Quotes.Should().BeEmpty();
        }
    }

    [Fact]
    [Trait("Check", "OR-02")]
    public async Task Place_SameClientKey_IsTheSameOrder()
    {
        var customer = _shop.Customer();
        var order = new NewOrder(customer, [new NewOrderLine("CUP", 2) { Discount = new Money(0.98m, Currency.Eur) }]) { ExternalId = "till:7" };

        var first = (await _shop.Orders.PlaceAsync(order)).Value;
        (await _shop.Orders.PlaceAsync(order)).Value.Should().BeSameAs(first);
        first.Total.Amount.Should().Be(9);
        (await _shop.Orders.PlaceAsync(order with { CustomerId = _shop.Customer() })).Errors.Single().Code.Should().Be("AlreadyExists");
        (await _shop.Orders.PlaceAsync(order with { ExternalId = null, Lines = [new NewOrderLine("CUP", 1) { Discount = new Money(5, Currency.Eur) }] })).Errors.Single().Code.Should().Be("InvalidValue");
        _shop.Placed.Should().ContainSingle();
    }

    private async Task<Quote> SubmittedAsync(params QuoteLineDetails[] lines)
    {
        var quote = (await _shop.QuoteDesk.DraftAsync(new NewQuote(_shop.Customer(), new QuoteTerms(_shop.Clock.Now.InUtc().Date.PlusDays(30)), lines))).Value;
        await Done(_shop.QuoteDesk.SubmitAsync(quote.Id));
        return quote;
    }

    private async Task<SentQuote> SentAsync(params QuoteLineDetails[] lines) => (await _shop.QuoteDesk.SendAsync((await SubmittedAsync(lines)).Id)).Value;

    private static async Task Done<T>(Task<Crm.Domain.Primitives.CrmResult<T>> act)
        where T : notnull => (await act).Errors.Should().BeEmpty();
}
