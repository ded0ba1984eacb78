using System.Collections.Concurrent;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The indexes of all tenants in memory: each language is read from the stored terms when it is first asked for, and takes up what was
/// published since with each search, in this process or another. Beyond the limit those go that were asked least lately.
/// </summary>
/// <remarks>Singleton service.</remarks>
/// <param name="analysers">The analysers.</param>
/// <param name="options">The limit.</param>
public sealed class KnowledgeIndexes(TextAnalysers analysers, KnowledgeSearchOptions options)
{
    private readonly ConcurrentDictionary<string, TenantIndexes> _tenants = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>The memory that all indexes take, in bytes, as reckoned when each was loaded.</summary>
    public long ByteSize => _tenants.Values.Sum(t => t.ByteSize);

    /// <summary>Lets all indexes go; they are read again when they are asked for.</summary>
    public void Clear() => _tenants.Clear();

    /// <summary>The indexes of the tenant with everything in them that was committed before.</summary>
    internal async Task<(TenantIndexes Tenant, KnowledgeSearchPosition Position)> CurrentAsync(IKnowledgeSearchStore store, Instant now, CancellationToken cancellationToken)
    {
        var position = await store.PositionAsync(cancellationToken).ConfigureAwait(false);

        // What only its own transaction sees must not get into what all share.
        var tenant = position.Sight == KnowledgeSearchSight.Uncommitted
            ? new TenantIndexes(analysers, _ => { })
            : _tenants.GetOrAdd(position.Source, _ => new TenantIndexes(analysers, Trim));
        tenant.LastUse = Interlocked.Increment(ref _uses);
        await tenant.RefreshAsync(position, store, now, cancellationToken).ConfigureAwait(false);
        return (tenant, position);
    }

    private void Trim(TenantIndexes loaded)
    {
        while (ByteSize > options.MaxIndexBytes
            && _tenants.Where(t => t.Value != loaded).OrderBy(t => t.Value.LastUse).Select(t => t.Key).FirstOrDefault() is { } least)
        {
            _tenants.TryRemove(least, out _);
        }
    }
}
