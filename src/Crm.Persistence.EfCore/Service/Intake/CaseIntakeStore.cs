using System.Linq.Expressions;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseIntakeStore(CrmDb db, AggregateInsertion insertion) : ICaseIntakeStore
{
    private const int PerQuery = 500;

    public bool IsMapped => db.Maps(CrmAreas.Service);

    public async Task<IReadOnlyList<ServiceCase>> LoadAsync(IReadOnlyCollection<CaseNumber> numbers, IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<ServiceCaseId, ServiceCase>();
        foreach (var chunk in numbers.Chunk(PerQuery))
        {
            await LoadAsync(loaded, c => chunk.Contains(c.Number), cancellationToken).ConfigureAwait(false);
        }

        // One round for each step of the longest chain of merges.
        var missing = ids.Where(i => !loaded.ContainsKey(i)).ToList();
        while (true)
        {
            foreach (var chunk in missing.Chunk(PerQuery))
            {
                await LoadAsync(loaded, c => chunk.Contains(c.Id), cancellationToken).ConfigureAwait(false);
            }

            missing = [.. loaded.Values.Select(c => c.MergedIntoId).OfType<ServiceCaseId>().Where(i => !loaded.ContainsKey(i)).Except(missing)];
            if (missing.Count == 0)
            {
                return [.. loaded.Values];
            }
        }
    }

    public async Task<IReadOnlySet<CustomerId>> ErasedAmongAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var erased = new HashSet<CustomerId>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            erased.UnionWith(await db.Context.Set<Customer>().Where(c => chunk.Contains(c.Id) && c.ErasedAt != null).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return erased;
    }

    public Task InsertAsync(IReadOnlyList<ServiceCase> cases, CancellationToken cancellationToken) =>
        insertion.WriteAsync<ServiceCase, ServiceCaseId>(db.Context, cases, [c => c.Messages, c => c.ViewedArticles, c => c.RelatedCases], cancellationToken);

    // A case with years of messages takes one more without reading them. A copy without changes that the context holds may be old.
    private async Task LoadAsync(Dictionary<ServiceCaseId, ServiceCase> loaded, Expression<Func<ServiceCase, bool>> which, CancellationToken cancellationToken)
    {
        var ids = await db.Context.Set<ServiceCase>().Where(which).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        LetGo(ids);
        foreach (var found in await db.Context.Set<ServiceCase>().IgnoreAutoIncludes().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            loaded.TryAdd(found.Id, found);
        }
    }

    private void LetGo(List<ServiceCaseId> ids)
    {
        var wanted = ids.Select(i => i.Value).ToHashSet();
        var copies = db.Context.ChangeTracker.Entries().Where(e => e.Entity is ServiceCase or CaseMessage or ViewedArticle or RelatedCase && wanted.Contains(SaveRecorder.RootIdOf(e)))
            .GroupBy(SaveRecorder.RootIdOf).Where(g => g.All(e => e.State == EntityState.Unchanged)).SelectMany(g => g).ToList();
        foreach (var copy in copies)
        {
            copy.State = EntityState.Detached;
        }
    }
}
