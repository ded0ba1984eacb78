using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.EfCore.Partners;

// The front doors of sales are asked for when they are needed: partners are in use without sales too.
internal sealed class DealMarket(CrmDb crm, IServiceProvider services, CrmErrorDescriber errors) : IDealMarket
{
    public async Task<IReadOnlyList<OpenDeal>> OpenAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Sales))
        {
            return [];
        }

        var open = await crm.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking().Where(o => o.CustomerId == customerId && o.Category == StageCategory.Open)
            .OrderBy(o => o.Id).Select(o => new { o.Id, o.Name, o.CloseDate }).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (open.Count == 0)
        {
            return [];
        }

        var quotes = crm.Context.Set<Quote>().IgnoreAutoIncludes().AsNoTracking();
        var offered = await quotes.Where(q => q.CustomerId == customerId && q.OpportunityId != null)
            .Join(crm.Context.Set<QuoteLine>().AsNoTracking(), q => q.Id, l => EF.Property<QuoteId>(l, "QuoteId"), (q, l) => new { q.OpportunityId, q.Revision, Line = l.Revision, l.Sku })
            .Where(l => l.Line == l.Revision && l.Sku != null).Select(l => new { l.OpportunityId, l.Sku })
            .Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var products = offered.ToLookup(l => l.OpportunityId, l => l.Sku!);
        return [.. open.Select(o => new OpenDeal(o.Id, o.Name, o.CloseDate, [.. products[o.Id].Order(StringComparer.Ordinal)]))];
    }

    public async Task<CrmResult<OpportunityId>> ConvertAsync(DealToConvert registration, string? ownerId, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Sales))
        {
            return errors.DealWithoutSales();
        }

        var opened = await services.GetRequiredService<SalesPipeline>().OpenAsync(
            new OpportunityDetails(registration.CustomerId, registration.Title)
            {
                Amount = registration.Amount,
                CloseDate = registration.Through,
                OwnerId = ownerId,
                Source = SubjectKinds.Partner,
                Description = registration.Note,
            },
            cancellationToken).ConfigureAwait(false);
        if (!opened.TryGetValue(out var opportunity) || !crm.Maps(CrmAreas.Orders))
        {
            return opportunity is null ? CrmResult<OpportunityId>.Failed(opened.Errors) : opportunity.Id;
        }

        var lines = registration.Lines.Select(l => new QuoteLineDetails(l.Quantity) { Sku = l.Sku, UnitPrice = new Money(l.UnitPrice, registration.Amount.Currency) }).ToList();
        var drafted = await services.GetRequiredService<QuoteDesk>().DraftAsync(
            new NewQuote(registration.CustomerId, new QuoteTerms(registration.Through) { Title = registration.Title }, lines) { OpportunityId = opportunity.Id }, cancellationToken).ConfigureAwait(false);
        return drafted.Succeeded ? opportunity.Id : CrmResult<OpportunityId>.Failed(drafted.Errors);
    }
}
