using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerReportQueries(CrmDb crm) : IPartnerReportQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Partners);

    public async Task<PartnerActivity> ActivityAsync(PartnerId partnerId, Instant asOf, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var offers = await context.Set<LeadOffer>().AsNoTracking().Where(o => o.PartnerId == partnerId && o.OfferedAt < asOf).OrderBy(o => o.OfferedAt)
            .Select(o => new { o.OfferedAt, o.Outcome, o.SettledAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var deals = await context.Set<DealRegistration>().IgnoreAutoIncludes().AsNoTracking().Where(d => d.PartnerId == partnerId && d.CreatedAt < asOf).OrderBy(d => d.CreatedAt)
            .Select(d => new { d.Status, d.SubmittedAt, d.ApprovedAt, d.ClosedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var cases = await context.Set<RecordShare>().IgnoreAutoIncludes().AsNoTracking().Where(s => s.PartnerId == partnerId && s.SubjectKind == SubjectKinds.Case && s.From < asOf)
            .Select(s => s.SubjectId).Distinct().CountAsync(cancellationToken).ConfigureAwait(false);
        var facts = await context.Set<PartnerFact>().AsNoTracking().Where(f => f.PartnerId == partnerId && f.BookedAt < asOf).OrderBy(f => f.BookedAt).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new PartnerActivity(
            [.. offers.Select(o => (o.OfferedAt, o.Outcome, o.SettledAt))],
            [.. deals.Select(d => (d.Status, d.SubmittedAt, d.ApprovedAt, d.ClosedAt))],
            await ClosedAsync(partnerId, asOf, cancellationToken).ConfigureAwait(false),
            cases,
            [
                .. facts.GroupBy(f => (f.Kind, f.Amount.Currency)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Currency.Code)
                    .Select(g => new PartnerSum(g.Key.Kind, g.Aggregate(Money.Zero(g.Key.Currency), (sum, f) => sum + f.Amount), g.Count())),
            ]);
    }

    public Task<PartnerFact?> FindAsync(PartnerFactId id, CancellationToken cancellationToken) => _db.LoadAsync<PartnerFact, PartnerFactId>(id, cancellationToken);

    public async Task<bool> IsReversedAsync(PartnerFactId id, CancellationToken cancellationToken) =>
        _db.Context.Set<PartnerFact>().Local.Any(f => f.ReversesId == id) || await _db.Context.Set<PartnerFact>().AnyAsync(f => f.ReversesId == id, cancellationToken).ConfigureAwait(false);

    public async Task<Page<PartnerFact>> ListAsync(PartnerId partnerId, PageRequest page, CancellationToken cancellationToken)
    {
        var query = _db.Context.Set<PartnerFact>().AsNoTracking().Where(f => f.PartnerId == partnerId);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, PartnerFactId.From(after.Id));
            query = query.Where(f => f.BookedAt <= at && (f.BookedAt < at || f.Id < id));
        }

        var rows = await query.OrderByDescending(f => f.BookedAt).ThenByDescending(f => f.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, f => new PageKey(f.BookedAt, f.Id.Value));
    }

    public void Add(PartnerFact fact) => _db.Context.Add(fact);

    // What became of the partner's registrations and of the leads that it took, each once.
    private async Task<IReadOnlyList<(bool IsWon, Money? Amount)>> ClosedAsync(PartnerId partnerId, Instant asOf, CancellationToken cancellationToken)
    {
        if (!_db.Maps(CrmAreas.Sales))
        {
            return [];
        }

        var context = _db.Context;
        var registered = context.Set<DealRegistration>().IgnoreAutoIncludes().Where(d => d.PartnerId == partnerId && d.OpportunityId != null).Select(d => d.OpportunityId);
        var led = context.Set<LeadOffering>().IgnoreAutoIncludes().Where(o => o.PartnerId == partnerId && o.Status == LeadOfferingStatus.Accepted)
            .Join(context.Set<Lead>().IgnoreAutoIncludes().Where(l => l.OpportunityId != null), o => o.LeadId, l => l.Id, (_, l) => l.OpportunityId);
        var closed = await context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking()
            .Where(o => o.Category != StageCategory.Open && o.ClosedAt < asOf && (registered.Contains(o.Id) || led.Contains(o.Id))).OrderBy(o => o.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. closed.Select(o => (o.Category == StageCategory.Won, o.Amount))];
    }
}
