using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class SuppressionStore(CrmDb db) : ISuppressionStore
{
    public async Task<IReadOnlyDictionary<string, SuppressedAddress>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        await db.Context.Set<SuppressedAddressRow>().AsNoTracking().Where(a => hashes.Contains(a.Hash))
            .ToDictionaryAsync(a => a.Hash, a => new SuppressedAddress(a.Hash, a.Since, a.Reason), StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);

    public async Task<int> AddAsync(IReadOnlyCollection<SuppressedAddress> addresses, CancellationToken cancellationToken)
    {
        var known = await FindAsync([.. addresses.Select(a => a.Hash)], cancellationToken).ConfigureAwait(false);
        var rows = addresses.Where(a => !known.ContainsKey(a.Hash))
            .Select(a => new SuppressedAddressRow { Id = Version7.Create(a.Since), Hash = a.Hash, Since = a.Since, Reason = a.Reason }).ToList();
        await BulkInsert.WriteAsync(db.Context, rows, cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    public Task<int> RemoveAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        db.Context.Set<SuppressedAddressRow>().Where(a => hashes.Contains(a.Hash)).ExecuteDeleteAsync(cancellationToken);
}
