using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Deletes what is old, in portions, so that SQLite's other writers get their turn.</summary>
internal static class OutboxCleaning
{
    private const int Portion = 1000;

    public static async Task<int> RunAsync(DbContext context, Instant before, CancellationToken cancellationToken)
    {
        var messages = context.Set<OutboxMessage>().Where(m => m.DoneAt < before);
        var entries = context.Set<InboxEntry>().Where(e => e.HandledAt < before);
        return await DeleteAsync(messages.OrderBy(m => m.DoneAt).Select(m => m.Id), ids => messages.Where(m => EF.Parameter(ids).Contains(m.Id)), cancellationToken)
                .ConfigureAwait(false)
            + await DeleteAsync(entries.OrderBy(e => e.HandledAt).Select(e => e.EventId), ids => entries.Where(e => EF.Parameter(ids).Contains(e.EventId)), cancellationToken)
                .ConfigureAwait(false);
    }

    private static async Task<int> DeleteAsync<T>(IQueryable<Guid> old, Func<List<Guid>, IQueryable<T>> rows, CancellationToken cancellationToken)
        where T : class
    {
        var deleted = 0;
        while (await old.Take(Portion).ToListAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } ids)
        {
            deleted += await rows(ids).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        return deleted;
    }
}
