using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class SalesTeamStore(CrmDb crm) : ISalesTeamStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    private IQueryable<Salesperson> People => _db.Context.Set<Salesperson>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<Salesperson?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(userId);
        return _db.Context.Set<Salesperson>().Local.FirstOrDefault(p => p.UserId == stored) ?? await _db.LoadAsync<Salesperson>(p => p.UserId == stored, cancellationToken).ConfigureAwait(false);
    }

    public void Add(Salesperson person) => _db.Context.Add(person);

    public Task HoldHierarchyAsync(CancellationToken cancellationToken) =>
        DatabaseLocks.HoldAllAsync(_db.Context, [DatabaseLocks.NameOf($"sales hierarchy\n{_db.TenantScope}")], cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> LeadersAsync(Instant? asOf, CancellationToken cancellationToken)
    {
        var rows = People.SelectMany(p => p.Places, (p, place) => new { p.UserId, place.LeaderId, place.At, place.Until }).Where(r => r.LeaderId != null);
        if (asOf is { } asked)
        {
            var at = LogTime.Within(asked);
            rows = rows.Where(r => r.At <= at && (r.Until == null || r.Until > at));
        }
        else
        {
            rows = rows.Where(r => r.Until == null);
        }

        return await rows.ToDictionaryAsync(r => r.UserId, r => r.LeaderId!, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SalesQuota>> QuotasAsync(Instant asOf, CancellationToken cancellationToken)
    {
        var at = LogTime.Within(asOf);
        var rows = await People.SelectMany(p => p.Quotas, (p, q) => new { p.UserId, q.PeriodStart, q.PeriodLength, q.Target.Amount, q.Target.Currency, q.At, q.Until })
            .Where(r => r.At <= at && (r.Until == null || r.Until > at)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new SalesQuota(r.UserId, new ForecastPeriod(r.PeriodStart, r.PeriodLength), new Money(r.Amount, r.Currency)));
    }

    public async Task<IReadOnlyList<ForecastJudgement>> JudgementsAsync(Instant asOf, CancellationToken cancellationToken)
    {
        var at = LogTime.Within(asOf);
        var rows = await People.SelectMany(p => p.Judgements, (p, j) => new { p.UserId, j.PeriodStart, j.PeriodLength, j.Category, j.Amount.Amount, j.Amount.Currency, j.At, j.Until })
            .Where(r => r.At <= at && (r.Until == null || r.Until > at)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new ForecastJudgement(r.UserId, new ForecastPeriod(r.PeriodStart, r.PeriodLength), r.Category, r.Amount, r.Currency, r.At));
    }
}
