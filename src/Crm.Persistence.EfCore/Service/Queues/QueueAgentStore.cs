using System.Runtime.CompilerServices;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class QueueAgentStore(CrmDb crm) : IQueueAgentStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<QueueAgent?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(userId);
        return _db.Context.Set<QueueAgent>().Local.FirstOrDefault(a => a.UserId == stored) ?? await _db.LoadAsync<QueueAgent>(a => a.UserId == stored, cancellationToken).ConfigureAwait(false);
    }

    public void Add(QueueAgent agent) => _db.Context.Add(agent);

    public void Add(AgentPeriod period) => _db.Context.Add(period);

    public async Task<AgentLoad?> HoldAsync(string userId, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var stored = StorableText.Of(userId);
        if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
        {
            var id = await context.Set<QueueAgent>().Where(a => a.UserId == stored).Select(a => (QueueAgentId?)a.Id).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            var sql = "select \"Id\" as \"Value\" from " + SqlName.OfTable(context, typeof(QueueAgent)) + " where \"Id\" = {0} for update";
            _ = await context.Database.SqlQuery<Guid>(FormattableStringFactory.Create(sql, id?.Value ?? Guid.Empty)).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        return (await LoadsAsync([stored], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<AgentLoad>> LoadsAsync(IReadOnlyCollection<string>? userIds, CancellationToken cancellationToken)
    {
        var agents = _db.Context.Set<QueueAgent>().AsNoTracking();
        var items = _db.Context.Set<WorkItem>().AsNoTracking();
        var held = items.Where(i => i.State == WorkItemState.Offered || i.State == WorkItemState.Handling);
        if (userIds?.ToList() is { } ids)
        {
            agents = agents.Where(a => ids.Contains(a.UserId));
            held = held.Where(i => i.UserId != null && ids.Contains(i.UserId));
        }

        var profiles = await agents.AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        var units = await held.GroupBy(i => new { i.UserId, i.Channel }).Select(g => new { g.Key.UserId, g.Key.Channel, Units = g.Sum(i => i.Units) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var finished = await agents.IgnoreAutoIncludes()
            .Select(a => new
            {
                a.UserId,
                At = items.Where(i => i.UserId == a.UserId && i.State == WorkItemState.Done).OrderByDescending(i => i.EndedAt).Select(i => i.EndedAt).FirstOrDefault(),
            })
            .ToDictionaryAsync(a => a.UserId, a => a.At, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        var byAgent = units.ToLookup(u => u.UserId, StringComparer.Ordinal);
        return
        [
            .. profiles.OrderBy(a => a.UserId, StringComparer.Ordinal).Select(a => new AgentLoad(a.UserId, a.Availability, IdleSince(a, finished.GetValueOrDefault(a.UserId)), a.Capacity)
            {
                Skills = a.Skills.ToDictionary(s => s.Skill, s => s.Level, StringComparer.Ordinal),
                ChannelCapacities = a.ChannelCapacities.ToDictionary(c => c.Channel, c => c.Units),
                Units = byAgent[a.UserId].Sum(u => u.Units),
                ChannelUnits = byAgent[a.UserId].Where(u => u.Channel is not null).ToDictionary(u => (ChannelKey)u.Channel!, u => u.Units),
            }),
        ];
    }

    private static Instant IdleSince(QueueAgent agent, Instant? finishedAt) => finishedAt is { } at ? Instant.Max(at, agent.AvailableSince) : agent.AvailableSince;
}
