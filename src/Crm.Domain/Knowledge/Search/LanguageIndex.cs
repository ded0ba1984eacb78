using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The index of one language of a tenant: what is valid now is in it, and what will be waits beside it.</summary>
/// <remarks>One changes it at a time; it is searched at any time.</remarks>
internal sealed class LanguageIndex(ITextAnalyser analyser)
{
    private readonly ValiditySchedule _schedule = new();
    private long _synonymsVersion;
    private long _due = long.MaxValue;

    public ITextAnalyser Analyser => analyser;

    public KnowledgeIndex Index { get; } = new(analyser);

    public long LoadedBytes { get; set; }

    /// <summary>Whether something begins or ends to be valid.</summary>
    public bool IsDue(Instant now) => Volatile.Read(ref _due) <= now.ToUnixTimeTicks();

    /// <summary>Whether a question has a word that no document of this language has.</summary>
    public bool IsStrangeTo(string question, KnowledgeIndexAnswer found)
    {
        var words = new List<TextTerm>();
        analyser.Analyse(question, words);
        return words.Exists(w => !found.Terms.ContainsKey(w.Term));
    }

    /// <summary>Takes up rows that may be of any language.</summary>
    /// <returns>Those of this language whose terms cannot be used.</returns>
    public HashSet<KnowledgeItemId> Apply(IReadOnlyList<KnowledgeSearchDocument> rows, Instant now)
    {
        var (put, gone, unusable) = (new List<KnowledgeIndexEntry>(), new List<Guid>(), new HashSet<KnowledgeItemId>());
        foreach (var row in rows)
        {
            var key = row.ItemId.Value;
            var entry = row.Language == analyser.Language ? row.ToEntry() : null;
            if (entry is not null && !TermVector.IsCurrent(entry.Vector.Span, analyser))
            {
                unusable.Add(row.ItemId);
                entry = null;
            }

            _schedule.Forget(key);
            if (entry is not null && _schedule.IsValid(entry, now))
            {
                put.Add(entry);
            }
            else if (Index.Contains(key))
            {
                gone.Add(key);
            }
        }

        Update(put, gone, unusable);
        Volatile.Write(ref _due, _schedule.Next);
        return unusable;
    }

    /// <summary>Takes up what begins and ends to be valid.</summary>
    public void Advance(Instant now)
    {
        var (begun, ended) = _schedule.Due(now);
        Update(begun, ended, []);
        Volatile.Write(ref _due, _schedule.Next);
    }

    /// <summary>Reads the synonyms where they have changed.</summary>
    public async Task ReadSynonymsAsync(IKnowledgeSearchStore store, CancellationToken cancellationToken)
    {
        var list = await store.ReadSynonymsAsync(analyser.Language, cancellationToken).ConfigureAwait(false);
        if ((list?.Version ?? 0) != _synonymsVersion)
        {
            Index.UseSynonyms(list is null ? null : new SynonymGroups(analyser, list.Groups));
            _synonymsVersion = list?.Version ?? 0;
        }
    }

    // The schedule sees to it that only what is valid is in the index, which then need not look at every document.
    private static KnowledgeIndexEntry Timeless(KnowledgeIndexEntry entry) => entry.ValidFrom is null && entry.ValidUntil is null ? entry : entry with { ValidFrom = null, ValidUntil = null };

    private void Update(List<KnowledgeIndexEntry> put, List<Guid> gone, HashSet<KnowledgeItemId> unusable)
    {
        if (put.Count + gone.Count == 0)
        {
            return;
        }

        try
        {
            Index.Update(put.Select(Timeless), gone);
        }
        catch (FormatException)
        {
            // One damaged row must not keep the others away.
            foreach (var entry in put)
            {
                try
                {
                    Index.Update([Timeless(entry)]);
                }
                catch (FormatException)
                {
                    unusable.Add(KnowledgeItemId.From(entry.Key));
                }
            }
        }
    }
}
