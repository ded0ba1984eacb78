using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Insights;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Orders;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sales;
using Crm.Persistence.EfCore.Service;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Overview;

internal sealed class CustomerOverviewQueries(
    CrmDb db, ITimelineQueries timeline, IContactStatisticsQueries statistics, ICustomerRelationQueries relations, IConsentStore consents, IClock clock) : ICustomerOverviewQueries
{
    public async Task<CustomerOverview?> ReadAsync(
        CustomerId id, OverviewCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, CancellationToken cancellationToken)
    {
        var customer = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (customer is null && await Tombstones.SurvivorOfAsync(db, id, cancellationToken).ConfigureAwait(false) is { } living)
        {
            (id, customer) = (living, await FindAsync(living, cancellationToken).ConfigureAwait(false));
        }

        if (customer is null || !reach.Includes(customer.ToSubject()))
        {
            return null;
        }

        // One after the other: a context does one thing at a time.
        var purchases = db.Maps(CrmAreas.Orders) ? new PurchaseQueries(db) : null;
        return new CustomerOverview
        {
            Customer = reach.Everything ? CustomerProfile.Of(customer) : CustomerProfile.Of(customer).ForOutsiders(),
            Memberships = customer is Person person && reach.Everything ? await MembershipsAsync(person, cancellationToken).ConfigureAwait(false) : [],
            People = customer is Organisation && reach.Everything
                ? await relations.PeopleAsync(id, activeOnly: true, new PageRequest { Take = criteria.People }, cancellationToken).ConfigureAwait(false)
                : null,
            OpenCases = db.Maps(CrmAreas.Service)
                ? await CasesAsync(id, criteria, reach, cancellationToken).ConfigureAwait(false)
                : null,
            OpenOpportunities = db.Maps(CrmAreas.Sales) && reach.Everything
                ? await new OpportunityQueries(db).ListAsync(
                    new OpportunityCriteria { CustomerId = id, Category = StageCategory.Open }, new PageRequest { Take = criteria.Opportunities }, cancellationToken).ConfigureAwait(false)
                : null,
            Orders = purchases is null ? null : await purchases.OrdersAsync(id, criteria.Orders, cancellationToken).ConfigureAwait(false),
            Purchases = purchases is null ? null : await TotalsAsync(id, cancellationToken).ConfigureAwait(false),
            Insight = db.Maps(CrmAreas.Insights) && reach.Everything ? await InsightQueries.ExplainAsync(db, id, cancellationToken).ConfigureAwait(false) : null,
            Segments = db.Maps(CrmAreas.Marketing) && reach.Everything ? await SegmentQueries.CurrentAsync(db, id, cancellationToken).ConfigureAwait(false) : null,
            Feedback = db.Maps(CrmAreas.Feedback) && reach.Everything
                ? await db.Context.Set<CustomerFeedback>().AsNoTracking().SingleOrDefaultAsync(f => f.CustomerId == id, cancellationToken).ConfigureAwait(false)
                : null,
            Consents = await ConsentsAsync(id, reach, cancellationToken).ConfigureAwait(false),
            Contacts = await statistics.ReadAsync(id, audiences, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false),
            Timeline = await timeline.PageAsync(customer.ToSubject(), TimelineCriteria.All, audiences, criteria.Timeline, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<Page<CaseSummary>> CasesAsync(CustomerId id, OverviewCriteria criteria, CrmReach reach, CancellationToken cancellationToken)
    {
        var page = await new ServiceCaseQueries(db).ListAsync(CaseCriteria.Unresolved with { CustomerId = id }, reach, new PageRequest { Take = criteria.Cases }, cancellationToken).ConfigureAwait(false);
        return reach.Everything ? page : page with { Items = [.. page.Items.Select(c => c.ForOutsiders())] };
    }

    private Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken) =>
        db.Context.Set<Customer>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    private async Task<IReadOnlyList<OverviewMembership>> MembershipsAsync(Person person, CancellationToken cancellationToken)
    {
        var ids = person.Memberships.Select(m => m.OrganisationId).ToList();
        var names = await db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.DisplayName }).ToDictionaryAsync(c => c.Id, c => c.DisplayName, cancellationToken).ConfigureAwait(false);
        return
        [
            .. person.Memberships.OrderByDescending(m => m.IsPrimary).ThenByDescending(m => m.IsActive).ThenBy(m => m.Id)
                .Select(m => new OverviewMembership(
                    m.Id, m.OrganisationId, names.GetValueOrDefault(m.OrganisationId, string.Empty), m.Role, m.Department, m.IsActive, m.IsPrimary)),
        ];
    }

    private async Task<IReadOnlyList<ConsentState>> ConsentsAsync(CustomerId id, CrmReach reach, CancellationToken cancellationToken)
    {
        var states = ConsentLedger.StatesAt(await consents.LedgerAsync(id, cancellationToken).ConfigureAwait(false), clock.GetCurrentInstant());
        return reach.Everything ? states : [.. states.Select(s => s with { Decisive = null })];
    }

    private async Task<IReadOnlyList<PurchaseTotal>> TotalsAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var facts = db.Context.Set<PurchaseFact>().AsNoTracking().Where(f => f.CustomerId == id);
        var totals = await facts.GroupBy(f => f.Amount.Currency).Select(g => new { Currency = g.Key, Total = g.Sum(f => f.Amount.Amount) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var sales = await facts.Where(f => f.Kind == PurchaseKind.Sale).GroupBy(f => f.Amount.Currency).Select(g => new
        {
            Currency = g.Key,
            Orders = g.Select(f => f.OrderId).Distinct().Count(),
            Days = g.Select(f => f.PurchasedOn).Distinct().Count(),
            First = g.Min(f => f.PurchasedOn),
            Last = g.Max(f => f.PurchasedOn),
        }).ToDictionaryAsync(s => s.Currency, cancellationToken).ConfigureAwait(false);
        return
        [
            .. totals.OrderBy(t => t.Currency.Code, StringComparer.Ordinal).Select(t => sales.TryGetValue(t.Currency, out var sold)
                ? new PurchaseTotal(new Money(t.Total, t.Currency), sold.Orders, sold.Days, sold.First, sold.Last)
                : new PurchaseTotal(new Money(t.Total, t.Currency), 0, 0, null, null)),
        ];
    }
}
