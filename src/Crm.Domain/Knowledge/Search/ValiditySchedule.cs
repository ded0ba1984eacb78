using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// What begins to be valid later, and what ends. Only what is valid is in an index: words of an item that waits for its day would show in
/// statistics and suggestions.
/// </summary>
internal sealed class ValiditySchedule
{
    private readonly Dictionary<Guid, KnowledgeIndexEntry> _entries = [];
    private readonly PriorityQueue<KnowledgeIndexEntry, Instant> _moments = new();

    /// <summary>The next moment, in ticks since the Unix epoch.</summary>
    public long Next
    {
        get
        {
            SkipForgotten();
            return _moments.TryPeek(out _, out var at) ? at.ToUnixTimeTicks() : long.MaxValue;
        }
    }

    /// <summary>Whether an entry is valid; its next moment is kept.</summary>
    public bool IsValid(KnowledgeIndexEntry entry, Instant now)
    {
        var isValid = (entry.ValidFrom ?? Instant.MinValue) <= now && now < (entry.ValidUntil ?? Instant.MaxValue);
        if ((entry.ValidFrom > now ? entry.ValidFrom : entry.ValidUntil > now ? entry.ValidUntil : null) is { } moment)
        {
            _entries[entry.Key] = entry;
            _moments.Enqueue(entry, moment);
        }

        return isValid;
    }

    /// <summary>Drops what is kept of a document.</summary>
    public void Forget(Guid key) => _entries.Remove(key);

    /// <summary>What has begun and what has ended until now.</summary>
    public (List<KnowledgeIndexEntry> Begun, List<Guid> Ended) Due(Instant now)
    {
        var (begun, ended) = (new List<KnowledgeIndexEntry>(), new List<Guid>());
        for (SkipForgotten(); _moments.TryPeek(out var entry, out var at) && at <= now; SkipForgotten())
        {
            _moments.Dequeue();
            _entries.Remove(entry.Key);
            if (IsValid(entry, now))
            {
                begun.Add(entry);
            }
            else
            {
                ended.Add(entry.Key);
            }
        }

        return (begun, ended);
    }

    private void SkipForgotten()
    {
        while (_moments.TryPeek(out var entry, out _) && (!_entries.TryGetValue(entry.Key, out var kept) || !ReferenceEquals(kept, entry)))
        {
            _moments.Dequeue();
        }
    }
}
