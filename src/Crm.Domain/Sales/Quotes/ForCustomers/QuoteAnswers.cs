using Crm.Domain.Access;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// What customers answer to quotes: by the token of the link they were sent, or through a member of staff. An accepted quote becomes
/// an order in the same save, exactly once: of two answers at the same time one wins, and the other finds the quote decided.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. A save that is overtaken answers <c>VersionConflict</c> or <c>AlreadyExists</c>.</remarks>
[FrontDoor]
public sealed class QuoteAnswers(IQuoteStore quotes, ISettledOrders orders, IBusinessZone business, CrmActs acts)
{
    /// <summary>Reads the quote that a token answers.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What was sent, also once it is decided or over; null when the token answers none, as after a new revision.</returns>
    public async Task<CustomerQuote?> ReadAsync(string token, CancellationToken cancellationToken = default) =>
        await FindAsync(token, cancellationToken).ConfigureAwait(false) is { } quote ? CustomerQuote.Of(quote, Today(acts.Now)) : null;

    /// <summary>The customer accepts by the token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order that is placed, also when the same answer came before; or <c>QuoteTokenUnknown</c>, <c>QuoteTransitionNotAllowed</c>, <c>QuoteExpired</c>.</returns>
    public Task<CrmResult<OrderId>> AcceptAsync(string token, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<OrderId>(
        async now => await FindAsync(token, cancellationToken).ConfigureAwait(false) is not { } quote ? acts.Errors.QuoteTokenUnknown()
            : quote.OrderId is { } placed ? placed
            : await AcceptAsync(quote, now, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    /// <summary>The customer accepts, and a member of staff notes it.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order that is placed, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>QuoteExpired</c>.</returns>
    public Task<CrmResult<OrderId>> AcceptAsync(QuoteId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<OrderId>(
        "sales.accept-quote",
        async now => await quotes.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } quote ? acts.Errors.QuoteNotFound(id.ToString())
            : expectedVersion is { } expected && expected != quote.Version ? acts.Errors.VersionConflict($"{nameof(Quote)} {id}")
            : await AcceptAsync(quote, now, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    /// <summary>The customer declines by the token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="reason">Why, at most 500 characters.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was declined, or <c>QuoteTokenUnknown</c>, <c>QuoteTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomerQuote>> DeclineAsync(string token, string? reason = null, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<CustomerQuote>(
        async now =>
        {
            if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not { } quote)
            {
                return acts.Errors.QuoteTokenUnknown();
            }

            quote.Decline(reason, now);
            return CustomerQuote.Of(quote, Today(now));
        },
        cancellationToken);

    /// <summary>The customer declines, and a member of staff notes it.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="reason">Why, at most 500 characters.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The quote, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>VersionConflict</c>, <c>QuoteTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Quote>> DeclineAsync(QuoteId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "sales.decline-quote", quotes.FindAsync(id, cancellationToken), e => e.QuoteNotFound(id.ToString()), expectedVersion, q => q.CanDecline(), (q, now) => q.Decline(reason, now), cancellationToken);

    private async Task<CrmResult<OrderId>> AcceptAsync(Quote quote, Instant now, CancellationToken cancellationToken)
    {
        var today = Today(now);
        quote.CanAccept(today).Demand();
        var lines = quote.Lines.Select(Ordered).ToList();
        var placed = await orders.PlaceAsync(quote.CustomerId, lines, $"quote:{quote.Number}", cancellationToken).ConfigureAwait(false);
        if (placed.TryGetValue(out var orderId))
        {
            quote.Accept(orderId, today, now);
        }

        return placed;
    }

    private static PricedLine Ordered(QuoteLine line) => new(line.Sku, line.Description, line.Quantity, line.UnitPrice)
    {
        UnitCost = line.UnitCost, Discount = line.Gross == line.Net ? null : line.Gross - line.Net,
    };

    private async Task<Quote?> FindAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return SecretToken.HashOf(token) is { } hash ? await quotes.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) : null;
    }

    private LocalDate Today(Instant now) => now.InZone(business.Zone).Date;
}
