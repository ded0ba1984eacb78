using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Makes documents of quotes, for staff and for customers with a token; <see cref="IQuoteDocumentRenderer"/> puts them into form.</summary>
/// <remarks>Scoped service. Nothing is changed.</remarks>
[FrontDoor]
public sealed class QuoteDocuments(IQuoteStore quotes, ICustomerAddressees customers, IQuoteDocumentRenderer renderer, IBusinessZone business, QuoteOptions options, CrmActs acts)
{
    /// <summary>Makes the document of a quote, for a member of staff. Drafts are marked as such.</summary>
    /// <param name="id">The quote.</param>
    /// <param name="request">Which revision and language; the current one and the customer's when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The file, or <c>ActNotAllowed</c>, <c>QuoteNotFound</c>, <c>QuoteRevisionNotFound</c>, <c>QuoteTokenUnknown</c> for a token that does not answer this quote, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<QuoteFile>> RenderAsync(QuoteId id, QuoteDocumentRequest? request = null, CancellationToken cancellationToken = default)
    {
        var wanted = request ?? new();
        return acts.MakeAsync<QuoteFile>(
            "sales.render-quote",
            async now =>
            {
                if (await quotes.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } quote)
                {
                    return acts.Errors.QuoteNotFound(id.ToString());
                }

                var revision = wanted.Revision ?? quote.Revision;
                return !quote.Revisions.Any(r => r.Number == revision) ? acts.Errors.QuoteRevisionNotFound(quote.Number.Value, revision)
                    : wanted.Token is { } token && (quote.TokenHash is null || SecretToken.HashOf(token) != quote.TokenHash) ? acts.Errors.QuoteTokenUnknown()
                    : await RenderAsync(quote, revision, wanted.Language, wanted.Token, now, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Makes the document of the revision that a customer was sent.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="language">The language; the one that the customer prefers, else the current culture, when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The file, or <c>QuoteTokenUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<QuoteFile>> RenderAsync(string token, LanguageTag? language = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return acts.MakeOwnAsync<QuoteFile>(
            async now => SecretToken.HashOf(token) is { } hash && await quotes.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) is { } quote
                ? await RenderAsync(quote, quote.Revision, language, token, now, cancellationToken).ConfigureAwait(false)
                : acts.Errors.QuoteTokenUnknown(),
            cancellationToken);
    }

    private async Task<QuoteFile> RenderAsync(Quote quote, int revision, LanguageTag? language, string? token, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(business.Zone).Date;
        var customer = await customers.FindAsync(quote.CustomerId, cancellationToken).ConfigureAwait(false);
        var isCurrent = revision == quote.Revision;
        var document = new QuoteDocument(
            CustomerQuote.Of(quote, revision, today),
            customer?.Name ?? string.Empty,
            quote.Revisions.First(r => r.Number == revision).MadeAt.InZone(business.Zone).Date,
            language is not null ? CultureInfo.GetCultureInfo(language.Value) : CultureOf(customer?.Language))
        {
            AddressLines = customer?.Address?.Format().Split('\n') ?? [],
            Issuer = options.Issuer,
            AnswerLink = token is not null && isCurrent && quote.CanAccept(today) ? options.AnswerLink(token) : null,
            IsSuperseded = !isCurrent,
        };
        return await renderer.RenderAsync(document, cancellationToken).ConfigureAwait(false);
    }

    // A tag that is well-formed may still name no culture; nobody typed it for this document.
    private static CultureInfo CultureOf(LanguageTag? preferred)
    {
        try
        {
            return preferred is null ? CultureInfo.CurrentUICulture : CultureInfo.GetCultureInfo(preferred.Value);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentUICulture;
        }
    }
}
