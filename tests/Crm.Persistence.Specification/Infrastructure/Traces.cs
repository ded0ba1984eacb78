using System.Text.Json.Nodes;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>What acts of one aggregate left behind.</summary>
public sealed record Traces(IReadOnlyList<AuditEntry> Audit, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<OutboxMessage> Outbox)
{
    /// <summary>Reads them in another unit of work.</summary>
    public static async Task<Traces> OfAsync<TContext>(CrmTestHost<TContext> host, Guid aggregateId)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var context = work.Context;
        return new(
            await context.Set<AuditEntry>().AsNoTracking().Where(a => a.AggregateId == aggregateId).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(),
            await context.Set<TimelineLink>().Where(l => l.SubjectId == aggregateId)
                .Join(context.Set<TimelineEntry>().AsNoTracking(), l => l.EntryId, e => e.Id, (l, e) => e).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(),
            await context.Set<OutboxMessage>().AsNoTracking().Where(m => m.AggregateId == aggregateId).OrderBy(m => m.AggregateVersion).ToListAsync());
    }

    /// <summary>Field to old and new value.</summary>
    public static IReadOnlyDictionary<string, string?[]> ChangesOf(AuditEntry entry) =>
        JsonNode.Parse(entry.Changes)!.AsObject()
            .SelectMany(p => p.Value is JsonObject part ? part.Select(f => ($"{p.Key}.{f.Key}", f.Value)) : [(p.Key, p.Value)])
            .ToDictionary(f => f.Item1, f => f.Value is JsonArray pair ? [.. pair.Select(v => v?.GetValue<string>())] : new[] { null, f.Value!.GetValue<string>() });
}
