using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Insights;

internal sealed class InsightStore(CrmDb crm, ExplicitRows explicitRows) : IInsightStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Insights);

    private IQueryable<CustomerInsight> Rows => _db.Context.Set<CustomerInsight>().AsNoTracking();

    public Task<InsightRun?> FindRunAsync(InsightRunId id, CancellationToken cancellationToken) => _db.LoadAsync<InsightRun, InsightRunId>(id, cancellationToken);

    public Task<InsightRun?> FindFitAsync(string model, Currency currency, LocalDate from, LocalDate until, CancellationToken cancellationToken) =>
        _db.Context.Set<InsightRun>().AsNoTracking()
            .Where(r => r.ModelName == model && r.Currency == currency && r.ParametersOf == null && r.AsOf >= from && r.AsOf <= until)
            .OrderByDescending(r => r.AsOf).ThenByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .FirstOrDefaultAsync(cancellationToken);

    public Task<LocalDate?> NewestDayAsync(CancellationToken cancellationToken) =>
        _db.Context.Set<InsightRun>().MaxAsync(r => (LocalDate?)r.AsOf, cancellationToken);

    public void Add(InsightRun run) => _db.Context.Add(run);

    public Task HoldAsync(CancellationToken cancellationToken) =>
        DatabaseLocks.HoldAllAsync(_db.Context, [DatabaseLocks.NameOf($"insights\n{_db.TenantScope}")], cancellationToken);

    public async Task<IReadOnlyDictionary<CustomerId, CustomerInsight>> ReadAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        await Rows.Where(i => ids.Contains(i.CustomerId)).ToDictionaryAsync(i => i.CustomerId, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlySet<CustomerId>> UsableAsync(IReadOnlyCollection<CustomerId> ids, Instant now, CancellationToken cancellationToken)
    {
        var restricted = _db.Context.Set<PrivacyMeasure>()
            .Where(m => m.Kind == PrivacyMeasureKind.Restriction && m.LiftedAt == null && (m.Until == null || m.Until > now)).Select(m => m.CustomerId);
        var usable = await _db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.ErasedAt == null && !restricted.Contains(c.Id))
            .Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return usable.ToHashSet();
    }

    public IAsyncEnumerable<CustomerId> CustomersAsync(CancellationToken cancellationToken) => Rows.Select(i => i.CustomerId).AsAsyncEnumerable();

    public async Task ReplaceAsync(IReadOnlyList<CustomerInsight> rows, IReadOnlyList<ICrmEvent> happened, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.CustomerId).ToList();
        await _db.Context.Set<CustomerInsight>().Where(i => ids.Contains(i.CustomerId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync(_db.Context, rows, cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteApartAsync(_db.Context, nameof(CustomerInsight), happened, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> RemoveAsync(IReadOnlyCollection<CustomerId> ids, LocalDate? until, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return 0;
        }

        await CustomerTouches.WriteAsync(_db.Context, ids, cancellationToken).ConfigureAwait(false);
        return await _db.Context.Set<CustomerInsight>().Where(i => ids.Contains(i.CustomerId) && (until == null || i.AsOf <= until)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
