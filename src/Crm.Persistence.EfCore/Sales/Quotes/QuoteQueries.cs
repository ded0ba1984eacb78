using System.Linq.Expressions;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class QuoteQueries(CrmDb crm) : IQuoteQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Page<QuoteSummary>> OfCustomerAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(q => q.CustomerId == customerId, page, cancellationToken);

    public Task<Page<QuoteSummary>> OfOpportunityAsync(OpportunityId opportunityId, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(q => q.OpportunityId == opportunityId, page, cancellationToken);

    public Task<Page<QuoteSummary>> OfStatusAsync(QuoteStatus status, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(q => q.Status == status, page, cancellationToken);

    public async Task<IReadOnlyList<QuoteSummary>> ExpiringAsync(LocalDate through, int take, CancellationToken cancellationToken)
    {
        var rows = await Quotes().Where(q => q.Status == QuoteStatus.Sent && q.ValidThrough <= through)
            .OrderBy(q => q.ValidThrough).ThenBy(q => q.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(Summary);
    }

    private async Task<Page<QuoteSummary>> PageAsync(Expression<Func<Quote, bool>> which, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Quotes().Where(which);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, QuoteId.From(after.Id));
            query = query.Where(q => q.RevisedAt <= at && (q.RevisedAt < at || q.Id < id));
        }

        var rows = await query.OrderByDescending(q => q.RevisedAt).ThenByDescending(q => q.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(Summary).ToPage(page, q => new PageKey(q.MadeAt, q.Id.Value));
    }

    private IQueryable<Quote> Quotes() => _db.Context.Set<Quote>().IgnoreAutoIncludes().AsNoTracking();

    private static QuoteSummary Summary(Quote quote) =>
        new(quote.Id, quote.Number, quote.CustomerId, quote.OpportunityId, quote.Revision, quote.Status, quote.ValidThrough, quote.Total, quote.RevisedAt);
}
