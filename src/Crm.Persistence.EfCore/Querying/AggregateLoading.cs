using System.Linq.Expressions;
using Crm.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Querying;

/// <summary>Loads whole aggregates: the tracked instance if there is one, else root and parts, each by its own command.</summary>
internal static class AggregateLoading
{
    public static async Task<T?> LoadAsync<T, TId>(this CrmDb db, TId id, CancellationToken cancellationToken)
        where T : AggregateRoot<TId>
        where TId : struct, ICrmId<TId>
    {
        var set = db.Context.Set<T>();
        return set.Local.FindEntry(id)?.Entity
            ?? await set.AsSplitQuery().SingleOrDefaultAsync(a => a.Id.Equals(id), cancellationToken).ConfigureAwait(false);
    }

    public static async Task<T?> LoadAsync<T>(this CrmDb db, Expression<Func<T, bool>> where, CancellationToken cancellationToken)
        where T : class =>
        await db.Context.Set<T>().AsSplitQuery().Where(where).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
}
