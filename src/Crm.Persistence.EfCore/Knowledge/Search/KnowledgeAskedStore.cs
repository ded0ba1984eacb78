using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeAskedStore(CrmDb crm) : IKnowledgeAskedStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<int> WriteAsync(IReadOnlyDictionary<KnowledgeItemId, byte[]?> asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var context = _db.Context;
        if (asked.Count == 0)
        {
            return 0;
        }

        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("What readers asked is written within a transaction. Call it within ICrmUnitOfWork.InTransactionAsync.");
        }

        var change = await KnowledgeChanges.NextAsync(context, isAsync: true, cancellationToken).ConfigureAwait(false);
        var written = 0;
        foreach (var (id, terms) in asked.OrderBy(a => a.Key))
        {
            written += await context.Set<KnowledgeSearchDocument>().Where(d => d.ItemId == id)
                .ExecuteUpdateAsync(u => u.SetProperty(d => d.Asked, terms).SetProperty(d => d.Change, change), cancellationToken).ConfigureAwait(false);
        }

        return written;
    }
}
