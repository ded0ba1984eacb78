using System.Collections.Concurrent;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceLevelSource(CrmDb crm, ServiceLevelContents contents) : IServiceLevelSource
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public bool IsTouched => Tracked<SlaPolicy>().Count > 0 || Tracked<ServiceCalendar>().Count > 0;

    public async Task<ServiceLevelShelf> ReadAsync(CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var policies = await context.Set<SlaPolicy>().IgnoreAutoIncludes().AsNoTracking()
            .Select(p => new SlaPolicyEntry(
                p.Id, p.Name, p.Versions.OrderByDescending(v => v.Number).First().Id, p.Position, p.CreatedAt, p.Condition, p.ValidFrom, p.ValidUntil, p.IsActive, p.DefaultMark != null))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var calendars = await context.Set<ServiceCalendar>().IgnoreAutoIncludes().AsNoTracking()
            .SelectMany(c => c.Versions, (c, v) => new ServiceCalendarEntry(c.Key, v.Id, v.Number, v.ValidFrom))
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // What the unit of work holds is newer than what is saved.
        var (changed, dated) = (Tracked<SlaPolicy>(), Tracked<ServiceCalendar>());
        var own = changed.Select(p => p.Id).ToHashSet();
        var ownVersions = dated.SelectMany(c => c.Versions.Select(v => v.Id)).ToHashSet();
        return new ServiceLevelShelf(
            policies.Where(p => !own.Contains(p.Id)).Concat(changed.Select(SlaPolicyEntry.Of)),
            calendars.Where(c => !ownVersions.Contains(c.VersionId))
                .Concat(dated.SelectMany(c => c.Versions.Select(v => new ServiceCalendarEntry(c.Key, v.Id, v.Number, v.ValidFrom)))),
            changed.Count == 0 && dated.Count == 0);
    }

    public Task<IReadOnlyDictionary<SlaPolicyVersionId, SlaPolicyContent>> TermsAsync(IReadOnlyCollection<SlaPolicyVersionId> versions, CancellationToken cancellationToken) => FindAsync(
        versions,
        contents.Policies,
        () => Tracked<SlaPolicy>().SelectMany(p => p.Versions.Select(v => KeyValuePair.Create(v.Id, new SlaPolicyContent(p.Id, v.Terms)))),
        async missing => (await _db.Context.Set<SlaPolicyVersion>().AsNoTracking().Where(v => missing.Contains(v.Id))
                .Select(v => new { v.Id, PolicyId = EF.Property<SlaPolicyId>(v, SlaPolicyVersionConfiguration.Root), v.Definition })
                .ToListAsync(cancellationToken).ConfigureAwait(false))
            .Select(v => KeyValuePair.Create(v.Id, new SlaPolicyContent(v.PolicyId, SlaPolicyTerms.Parse(v.Definition).Value))));

    public Task<IReadOnlyDictionary<ServiceCalendarVersionId, BusinessCalendar>> CalendarsAsync(
        IReadOnlyCollection<ServiceCalendarVersionId> versions, CancellationToken cancellationToken) => FindAsync(
        versions,
        contents.Calendars,
        () => Tracked<ServiceCalendar>().SelectMany(c => c.Versions.Select(v => KeyValuePair.Create(v.Id, v.Calendar))),
        async missing => (await _db.Context.Set<ServiceCalendarVersion>().AsNoTracking().Where(v => missing.Contains(v.Id))
                .Select(v => new { v.Id, v.Definition })
                .ToListAsync(cancellationToken).ConfigureAwait(false))
            .Select(v => KeyValuePair.Create(v.Id, ServiceHours.Parse(v.Definition).Value.ToCalendar().Value)));

    private async Task<IReadOnlyDictionary<TId, TContent>> FindAsync<TId, TContent>(
        IReadOnlyCollection<TId> versions,
        ConcurrentDictionary<(string Tenant, TId Version), TContent> known,
        Func<IEnumerable<KeyValuePair<TId, TContent>>> held,
        Func<List<TId>, Task<IEnumerable<KeyValuePair<TId, TContent>>>> read)
        where TId : struct
    {
        const int AtOnce = 500;
        var (tenant, found, missing) = (_db.TenantScope, new Dictionary<TId, TContent>(), new List<TId>());
        foreach (var version in versions)
        {
            if (known.TryGetValue((tenant, version), out var content))
            {
                found[version] = content;
            }
            else
            {
                missing.Add(version);
            }
        }

        if (missing.Count == 0)
        {
            return found;
        }

        // What is not saved yet may never be, and is not kept for others.
        foreach (var (version, content) in held().Where(h => missing.Contains(h.Key)))
        {
            found[version] = content;
        }

        missing.RemoveAll(found.ContainsKey);
        foreach (var some in missing.Chunk(AtOnce))
        {
            foreach (var (version, content) in await read([.. some]).ConfigureAwait(false))
            {
                found[version] = known.GetOrAdd((tenant, version), content);
            }
        }

        contents.Trim();
        return found;
    }

    // Without a search for changes: the aggregates themselves are asked, and those that are tracked are known.
    private List<T> Tracked<T>()
        where T : class
    {
        var tracker = _db.Context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            // A view that is kept up by kind: going through all that is tracked, for each case of a batch, would take most of the batch's time.
            return [.. _db.Context.Set<T>().Local];
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }
}
