using Crm.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>What a context tracked before a piece of work, so that work that is undone leaves nothing for a later save.</summary>
internal sealed class TrackedBefore
{
    private readonly DbContext _context;
    private readonly HashSet<object> _entities = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Guid, (long Version, EntityState State)> _roots = [];

    public TrackedBefore(DbContext context)
    {
        _context = context;
        foreach (var entry in context.ChangeTracker.Entries())
        {
            _entities.Add(entry.Entity);
            HadChanges |= entry.State != EntityState.Unchanged;
            if (entry.Entity is IAggregateRoot root)
            {
                _roots[root.AggregateId] = (root.Version, entry.State);
            }
        }
    }

    public bool HadChanges { get; }

    /// <summary>Lets go of everything that the work loaded, added, changed or saved.</summary>
    public void LetGoOfTheRest()
    {
        var entries = _context.ChangeTracker.Entries().ToList();
        var kept = entries
            .Where(e => e.Entity is IAggregateRoot root && _roots.TryGetValue(root.AggregateId, out var before) && before == (root.Version, e.State))
            .Select(SaveRecorder.RootIdOf).ToHashSet();
        foreach (var entry in entries)
        {
            if (!(SaveRecorder.IsOurs(entry) ? kept.Contains(SaveRecorder.RootIdOf(entry)) : _entities.Contains(entry.Entity)))
            {
                entry.State = EntityState.Detached;
            }
        }
    }
}
