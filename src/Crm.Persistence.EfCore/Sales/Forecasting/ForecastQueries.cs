using System.Runtime.CompilerServices;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class ForecastQueries(CrmDb crm) : IForecastQueries
{
    // A converted decimal is a count of 1/10,000: a product of two would be read a factor too large and soon be beyond 64 bits. So whole units
    // and the rest are weighted apart; sums stay exact.
    private const string Converted = """
        coalesce(sum("AmountAmount" / 10000), 0) as "Units", coalesce(sum("AmountAmount" % 10000), 0) as "Rest",
        coalesce(sum("AmountAmount" / 10000 * "Probability"), 0) as "WeightedUnits", coalesce(sum("AmountAmount" % 10000 * "Probability"), 0) as "WeightedRest"
        """;

    private const string Exact = """
        coalesce(trunc(sum("AmountAmount")), 0)::bigint as "Units", coalesce((sum("AmountAmount") % 1) * 10000, 0)::bigint as "Rest",
        coalesce(trunc(sum("AmountAmount" * "Probability") * 10000), 0)::bigint as "WeightedUnits",
        coalesce((sum("AmountAmount" * "Probability") * 10000 % 1) * 10000, 0)::bigint as "WeightedRest"
        """;

    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public async Task<IReadOnlyList<ForecastTotal>> TotalsAsync(Instant asOf, PipelineId? pipelineId, string? ownerId, CancellationToken cancellationToken)
    {
        var (context, values) = (_db.Context, new List<object> { LogTime.Within(asOf).ToDateTimeUtc() });
        var conditions = "\"At\" <= {0} and (\"Until\" is null or \"Until\" > {0})";
        void Only(string column, object? value)
        {
            if (value is not null)
            {
                conditions += $" and \"{column}\" = {{{values.Count}}}";
                values.Add(value);
            }
        }

        Only(CrmAnnotations.TenantId, _db.TenantScope is { Length: > 0 } tenant ? tenant : null);
        Only(nameof(OpportunityLogEntry.PipelineId), pipelineId?.Value);
        // Statements of our own know no filters: who does not see all opportunities forecasts what it owns.
        var sight = ((ICrmDbContext)context).CrmSight;
        if (context.Model.FindAnnotation(CrmAnnotations.Visibility) is not null && (!sight.SeesAll || !((ICrmDbContext)context).CrmDelegatorSight.SeesAll))
        {
            Only(nameof(OpportunityLogEntry.OwnerId), sight.AgentId);
        }

        Only(nameof(OpportunityLogEntry.OwnerId), ownerId is null ? null : StorableText.Of(ownerId));
        var sql = $"""
            select "Month", "AmountCurrency" as "Currency", "OwnerId", "Category" as "State", "ForecastCategory" as "Category", count(*) as "Deals",
            {(CrmDatabases.Of(context) == CrmDatabase.Sqlite ? Converted : Exact)}
            from {SqlName.OfTable(context, typeof(OpportunityLogEntry))} where {conditions}
            group by "Month", "AmountCurrency", "OwnerId", "Category", "ForecastCategory"
            """;
        var rows = await context.Database.SqlQuery<ForecastSumRow>(FormattableStringFactory.Create(sql, [.. values])).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new ForecastTotal(
            r.Month,
            r.Currency is { } code ? Currency.FromCode(code) : null,
            r.OwnerId,
            Enum.Parse<StageCategory>(r.State),
            Enum.Parse<ForecastCategory>(r.Category),
            checked((int)r.Deals),
            r.Amount,
            r.Weighted));
    }

    public async Task<ILookup<PipelineId, FurthestCount>> FurthestAsync(Instant asOf, PipelineId? pipelineId, string? ownerId, CancellationToken cancellationToken)
    {
        var at = LogTime.Within(asOf);
        var query = _db.Context.Set<OpportunityLogEntry>().AsNoTracking().Where(e => e.At <= at && (e.Until == null || e.Until > at));
        query = pipelineId is { } pipeline ? query.Where(e => e.PipelineId == pipeline) : query;
        if (ownerId is not null)
        {
            var owner = StorableText.Of(ownerId);
            query = query.Where(e => e.OwnerId == owner);
        }

        var rows = await query.GroupBy(e => new { e.PipelineId, e.FurthestStage, e.Category })
            .Select(g => new { g.Key.PipelineId, g.Key.FurthestStage, g.Key.Category, Count = g.LongCount() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToLookup(r => r.PipelineId, r => new FurthestCount(r.FurthestStage, r.Category, r.Count));
    }
}
