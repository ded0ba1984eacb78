using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Writes quotes, has them approved, sends them, and keeps every revision. What customers answer comes to <see cref="QuoteAnswers"/>.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class QuoteDesk(
    IQuoteStore quotes, IQuoteQueries queries, IProductCatalog catalog, ICustomerQueries customers, ICrmNumberSeries numbers, IBusinessZone business, QuoteOptions options, CrmActs acts)
{
    /// <summary>Name of the series that quote numbers come from.</summary>
    public const string NumberSeries = "quote";

    private readonly QuotePricing _pricing = new(catalog, acts.Errors);

    /// <summary>Writes a quote.</summary>
    /// <param name="quote">What is known; names and prices that are left out come from the catalogue.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> DraftAsync(NewQuote quote, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return acts.MakeAsync<Quote>(
            "sales.draft-quote",
            async now =>
            {
                if (await customers.IdentifyAsync(quote.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(quote.CustomerId.ToString());
                }

                var priced = await _pricing.PriceAsync(quote.Lines, customer.Id, Today(now), cancellationToken).ConfigureAwait(false);
                if (!priced.TryGetValue(out var lines))
                {
                    return CrmResult<Quote>.Failed(priced.Errors);
                }

                var drawn = await numbers.NextAsync(NumberSeries, 1, cancellationToken).ConfigureAwait(false);
                var drafted = new Quote(QuoteId.New(now), QuoteNumber.From(drawn[0]), customer.Id, quote.OpportunityId, quote.Terms, lines, now);
                quotes.Add(drafted);
                return drafted;
            },
            cancellationToken);
    }

    /// <summary>Writes a draft anew.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="terms">What holds for the whole.</param>
    /// <param name="lines">What is offered; all lines of the draft.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>ProductUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> RewriteAsync(QuoteId id, QuoteTerms terms, IReadOnlyList<QuoteLineDetails> lines, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        WriteAsync("sales.rewrite-quote", id, lines, expectedVersion, q => q.CanRewrite(), (q, priced, now) => q.Rewrite(terms, priced, now), cancellationToken);

    /// <summary>Begins a new revision of a quote that is out or was: what the customer has can no longer be accepted.</summary>
    /// <inheritdoc cref="RewriteAsync" path="/param" />
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>ProductUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> ReviseAsync(QuoteId id, QuoteTerms terms, IReadOnlyList<QuoteLineDetails> lines, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        WriteAsync("sales.revise-quote", id, lines, expectedVersion, q => q.CanRevise(), (q, priced, now) => q.Revise(terms, priced, now), cancellationToken);

    /// <summary>Submits a draft: it may go out at once, or awaits approval where it is beyond a limit of <see cref="QuoteOptions"/>.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Quote>> SubmitAsync(QuoteId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.submit-quote", id, expectedVersion, q => q.CanSubmit(), (q, now) => q.Submit(options.NeedsApproval(q), acts.Gate.Actor.Id, now), cancellationToken);

    /// <summary>Lets a quote go out that awaits approval.</summary>
    /// <inheritdoc cref="SubmitAsync" path="/param" />
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>QuoteOwnApproval</c>.</returns>
    public Task<CrmResult<Quote>> ApproveAsync(QuoteId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.approve-quote", id, expectedVersion, q => q.CanDecide(acts.Gate.Actor.Id), (q, now) => q.Approve(acts.Gate.Actor.Id, now), cancellationToken);

    /// <summary>Gives a quote back to its writer that awaits approval.</summary>
    /// <inheritdoc cref="SubmitAsync" path="/param" />
    /// <param name="reason">Why.</param>
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>QuoteOwnApproval</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> RejectAsync(QuoteId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.reject-quote", id, expectedVersion, q => q.CanDecide(acts.Gate.Actor.Id), (q, now) => q.Reject(acts.Gate.Actor.Id, reason, now), cancellationToken);

    /// <summary>Sends a quote to the customer. The host puts the token into the link or letter that goes out.</summary>
    /// <inheritdoc cref="SubmitAsync" path="/param" />
    /// <returns>The quote with its token, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>QuoteExpired</c>.</returns>
    public async Task<CrmResult<SentQuote>> SendAsync(QuoteId id, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var token = SecretToken.New();
        var sent = await ChangeAsync(
            "sales.send-quote", id, expectedVersion, q => q.CanSend(Today(acts.Now)), (q, now) => q.Send(SecretToken.HashOf(token)!, Today(now), now), cancellationToken).ConfigureAwait(false);
        return sent.TryGetValue(out var quote) ? new SentQuote(quote, token) : CrmResult<SentQuote>.Failed(sent.Errors);
    }

    /// <summary>Takes a quote back.</summary>
    /// <inheritdoc cref="SubmitAsync" path="/param" />
    /// <param name="reason">Why.</param>
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> WithdrawAsync(QuoteId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.withdraw-quote", id, expectedVersion, q => q.CanWithdraw(), (q, now) => q.Withdraw(reason, now), cancellationToken);

    /// <summary>Finds a quote by its id.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The quote; null when there is none or the actor is no member of staff.</returns>
    public async Task<Quote?> FindAsync(QuoteId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await quotes.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a quote by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The quote; null when there is none or the actor is no member of staff.</returns>
    public async Task<Quote?> FindAsync(QuoteNumber number, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await quotes.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>A customer's quotes, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first by default.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor is no member of staff.</returns>
    public Task<Page<QuoteSummary>> OfCustomerAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        ReadAsync(queries.OfCustomerAsync, customerId, page, cancellationToken);

    /// <summary>The quotes of an opportunity, newest first.</summary>
    /// <param name="opportunityId">The opportunity.</param>
    /// <param name="page">Which page; the first by default.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor is no member of staff.</returns>
    public Task<Page<QuoteSummary>> OfOpportunityAsync(OpportunityId opportunityId, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        ReadAsync(queries.OfOpportunityAsync, opportunityId, page, cancellationToken);

    /// <summary>Quotes that await approval, newest first.</summary>
    /// <param name="page">Which page; the first by default.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor is no member of staff.</returns>
    public Task<Page<QuoteSummary>> AwaitingApprovalAsync(PageRequest? page = null, CancellationToken cancellationToken = default) =>
        ReadAsync(queries.OfStatusAsync, QuoteStatus.AwaitingApproval, page, cancellationToken);

    /// <summary>Quotes with customers whose last day comes within some days or is over, the earliest first.</summary>
    /// <param name="days">How many days from today.</param>
    /// <param name="take">Most quotes to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The quotes; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<QuoteSummary>> ExpiringAsync(int days, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 3_660);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Actor.IsStaff ? [.. (await queries.ExpiringAsync(Today(acts.Now).PlusDays(days), take, cancellationToken).ConfigureAwait(false)).Select(AsOfToday)] : [];
    }

    private async Task<Page<QuoteSummary>> ReadAsync<TKey>(
        Func<TKey, PageRequest, CancellationToken, Task<Page<QuoteSummary>>> read, TKey key, PageRequest? page, CancellationToken cancellationToken)
    {
        if (!acts.Gate.Actor.IsStaff)
        {
            return new Page<QuoteSummary>([], null);
        }

        var found = await read(key, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return found with { Items = [.. found.Items.Select(AsOfToday)] };
    }

    private async Task<CrmResult<Quote>> WriteAsync(
        string act,
        QuoteId id,
        IReadOnlyList<QuoteLineDetails> lines,
        long? expectedVersion,
        Func<Quote, CrmRuling> may,
        Action<Quote, IReadOnlyList<PricedQuoteLine>, Instant> change,
        CancellationToken cancellationToken)
    {
        var priced = await acts.MakeAsync(
            act, async now => await _pricing.PriceAsync(lines, (await quotes.FindAsync(id, cancellationToken).ConfigureAwait(false))?.CustomerId, Today(now), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return priced.TryGetValue(out var settled)
            ? await ChangeAsync(act, id, expectedVersion, may, (q, now) => change(q, settled, now), cancellationToken).ConfigureAwait(false)
            : CrmResult<Quote>.Failed(priced.Errors);
    }

    private Task<CrmResult<Quote>> ChangeAsync(
        string act, QuoteId id, long? expectedVersion, Func<Quote, CrmRuling> may, Action<Quote, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, quotes.FindAsync(id, cancellationToken), e => e.QuoteNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private QuoteSummary AsOfToday(QuoteSummary quote) =>
        quote.Status == QuoteStatus.Sent && Today(acts.Now) > quote.ValidThrough ? quote with { Status = QuoteStatus.Expired } : quote;

    private LocalDate Today(Instant now) => now.InZone(business.Zone).Date;
}
