using System.Linq.Expressions;
using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class ConsentStore(CrmDb db) : IConsentStore
{
    public void Add(ConsentEntry entry) => db.Context.Add(entry);

    public async Task<IReadOnlyList<ConsentRecord>> LedgerAsync(CustomerId id, CancellationToken cancellationToken) =>
        (await LedgersAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id) ?? [];

    public async Task<IReadOnlyDictionary<CustomerId, IReadOnlyList<ConsentRecord>>> LedgersAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(e => ids.Contains(e.CustomerId), cancellationToken).ConfigureAwait(false);
        return stored.Concat(Pending(e => ids.Contains(e.CustomerId))).OrderBy(r => r.At).ThenBy(r => r.Id)
            .GroupBy(r => r.CustomerId).ToDictionary(g => g.Key, g => (IReadOnlyList<ConsentRecord>)[.. g]);
    }

    public async Task<ConsentRecord?> FindRequestAsync(string tokenHash, CancellationToken cancellationToken) =>
        (await ReadAsync(e => e.TokenHash == tokenHash, cancellationToken).ConfigureAwait(false)).SingleOrDefault() ?? Pending(e => e.TokenHash == tokenHash).SingleOrDefault();

    public async Task<bool> IsAnsweredAsync(ConsentEntryId id, CancellationToken cancellationToken) =>
        Pending(e => e.AnswersId == id).Any() || await db.Context.Set<ConsentEntry>().AnyAsync(e => e.AnswersId == id, cancellationToken).ConfigureAwait(false);

    public Task RemoveOfMergeAsync(MergeId id, CancellationToken cancellationToken) =>
        db.Context.Set<ConsentEntry>().Where(e => e.MergeId == id).ExecuteDeleteAsync(cancellationToken);

    private async Task<List<ConsentRecord>> ReadAsync(Expression<Func<ConsentEntry, bool>> where, CancellationToken cancellationToken) =>
        (await db.Context.Set<ConsentEntry>().AsNoTracking().Where(where).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(e => e.ToRecord());

    // What the same unit of work added and has not saved.
    private IEnumerable<ConsentRecord> Pending(Func<ConsentEntry, bool> where) =>
        db.Context.ChangeTracker.Entries<ConsentEntry>().Where(e => e.State == EntityState.Added && where(e.Entity)).Select(e => e.Entity.ToRecord());
}
