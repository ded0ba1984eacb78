using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Writes many new aggregates past the change tracker, with everything that a save would write beside them.</summary>
internal sealed class AggregateInsertion(ExplicitRows explicitRows)
{
    /// <summary>Writes aggregates of one kind.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="roots">The aggregates.</param>
    /// <param name="parts">Their parts, one list for each table.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task WriteAsync<T, TId>(DbContext context, IReadOnlyList<T> roots, Func<T, IEnumerable<object>>[] parts, CancellationToken cancellationToken)
        where T : AggregateRoot<TId>
        where TId : struct, ICrmId<TId>
    {
        if (roots.Count == 0)
        {
            return;
        }

        // Readers of fields are pure, and take as long as writing does.
        var changes = roots.AsParallel().AsOrdered().Select(r => AddedFields.ToJson(context.Model, r, parts.SelectMany(p => p(r)))).ToList();
        await BulkInsert.WriteAsync(context, roots, cancellationToken).ConfigureAwait(false);
        foreach (var part in parts)
        {
            await BulkInsert.WritePartsAsync(context, [.. roots.SelectMany(r => part(r), (r, p) => (p, (object)r.Id))], cancellationToken).ConfigureAwait(false);
        }

        await explicitRows.WriteAddedAsync(context, [.. roots.Zip(changes, (r, c) => ((IAggregateRoot)r, c))], cancellationToken).ConfigureAwait(false);
        foreach (IAggregateRoot root in roots)
        {
            root.AcknowledgeEvents(root.PendingEvents.Count);
        }
    }
}
