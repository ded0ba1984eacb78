using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>
/// Makes stored terms anew that an earlier edition of an analyser made. Until then every process does so in memory when it reads them, so
/// that searches never wait for it. Terms of a later edition are left to the processes that have it.
/// </summary>
internal sealed class OldTermsDue(TextAnalysers analysers) : IDueWork
{
    public string Actor => "knowledge-terms";

    public string Reason => "The analyser of the language has another edition.";

    public int BatchSize => 100;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        var tenants = new SortedSet<string?>(StringComparer.Ordinal);
        foreach (var (language, version) in db.Maps(CrmAreas.Knowledge) ? analysers.LaterEditions : [])
        {
            tenants.UnionWith(await DueTenants.OfAsync<KnowledgeSearchDocument>(
                db, all => all.Where(d => d.Language == language && d.AnalyserVersion < version), cancellationToken).ConfigureAwait(false));
        }

        return tenants;
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<CrmDb>().Context;
        return await services.GetRequiredService<ICrmUnitOfWork>().InTransactionAsync<int>(
            async token =>
            {
                foreach (var (language, version) in analysers.LaterEditions)
                {
                    // Rows first: an item that changes meanwhile changes its row with it, and then the row stays as it is.
                    var rows = await context.Set<KnowledgeSearchDocument>().AsNoTracking().Where(d => d.Language == language && d.AnalyserVersion < version)
                        .OrderBy(d => d.ItemId).Take(BatchSize).Select(d => new { d.ItemId, d.Change }).ToListAsync(token).ConfigureAwait(false);
                    if (rows.Count > 0)
                    {
                        return await MakeAnewAsync(context, rows.ToDictionary(r => r.ItemId, r => r.Change), token).ConfigureAwait(false);
                    }
                }

                return 0;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> MakeAnewAsync(DbContext context, Dictionary<KnowledgeItemId, long> rows, CancellationToken cancellationToken)
    {
        var (ids, written) = (rows.Keys.ToList(), 0);
        var items = await context.Set<KnowledgeItem>().AsNoTracking().Where(i => ids.Contains(i.Id)).AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        var change = await KnowledgeChanges.NextAsync(context, isAsync: true, cancellationToken).ConfigureAwait(false);
        foreach (var item in items)
        {
            var (made, before) = (KnowledgeSearchDocument.Of(item, analysers), rows[item.Id]);
            written += await context.Set<KnowledgeSearchDocument>().Where(d => d.ItemId == item.Id && d.Change == before)
                .ExecuteUpdateAsync(
                    u => u.SetProperty(d => d.Language, made.Language).SetProperty(d => d.Vector, made.Vector).SetProperty(d => d.AnalyserVersion, made.AnalyserVersion)
                        .SetProperty(d => d.Fingerprint, made.Fingerprint).SetProperty(d => d.Change, change),
                    cancellationToken).ConfigureAwait(false);
        }

        return written;
    }
}
