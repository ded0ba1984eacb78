using System.Collections.Frozen;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The indexes of one tenant, by language. Searches wait for nothing but changes that they have to see.</summary>
internal sealed class TenantIndexes(TextAnalysers analysers, Action<TenantIndexes> loaded)
{
    private const int ItemsPerQuery = 500;

    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile FrozenDictionary<string, LanguageIndex> _languages = FrozenDictionary<string, LanguageIndex>.Empty;
    private volatile IReadOnlyList<KnowledgeLanguageCount>? _counts;
    private long _known;

    /// <summary>Tells which was used last.</summary>
    public long LastUse { get; set; }

    /// <summary>The memory of its indexes as reckoned when each was loaded.</summary>
    public long ByteSize => _languages.Values.Sum(l => l.LoadedBytes);

    /// <summary>The indexes that are loaded.</summary>
    public IReadOnlyDictionary<string, LanguageIndex> Loaded => _languages;

    /// <summary>The languages in which some audiences have something to read, those with most of it first.</summary>
    public IReadOnlyList<string> LanguagesFor(IReadOnlyList<Audience> audiences)
    {
        var languages = _languages;
        return
        [
            .. languages.Select(l => (Language: l.Key, Count: l.Value.Index.CountOf(audiences)))
                .Concat((_counts ?? []).Where(c => !languages.ContainsKey(c.Language) && audiences.Contains(c.Audience))
                    .GroupBy(c => c.Language, StringComparer.Ordinal).Select(g => (Language: g.Key, Count: g.Sum(c => c.Count))))
                .Where(l => l.Count > 0).OrderByDescending(l => l.Count).ThenBy(l => l.Language, StringComparer.Ordinal).Select(l => l.Language),
        ];
    }

    /// <summary>Takes up what was committed since, and what begins and ends to be valid.</summary>
    public async Task RefreshAsync(KnowledgeSearchPosition position, IKnowledgeSearchStore store, Instant now, CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _known);
        if (_counts is not null && (position.Change == known || (position.Change < known && position.Sight == KnowledgeSearchSight.Snapshot))
            && !_languages.Values.Any(l => l.IsDue(now)))
        {
            return;
        }

        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (position.Change < _known && position.Sight == KnowledgeSearchSight.Committed)
            {
                // Somebody was faster, or the database was set back to an earlier state; then nothing of what is known holds.
                position = await store.PositionAsync(cancellationToken).ConfigureAwait(false);
                if (position.Change < _known)
                {
                    (_languages, _counts) = (FrozenDictionary<string, LanguageIndex>.Empty, null);
                }
            }

            await AdvanceAsync(position.Change, store, now, cancellationToken).ConfigureAwait(false);
            foreach (var language in _languages.Values.Where(l => l.IsDue(now)))
            {
                language.Advance(now);
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>The index of a language, read when it is first asked for.</summary>
    public async Task<LanguageIndex> LoadAsync(string language, KnowledgeSearchPosition position, IKnowledgeSearchStore store, Instant now, CancellationToken cancellationToken)
    {
        if (_languages.TryGetValue(language, out var index))
        {
            return index;
        }

        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_languages.TryGetValue(language, out index))
            {
                return index;
            }

            index = new LanguageIndex(analysers.For(language));
            await index.ReadSynonymsAsync(store, cancellationToken).ConfigureAwait(false);
            await ApplyAsync(index, await store.ReadLanguageAsync(language, cancellationToken).ConfigureAwait(false), store, now, cancellationToken).ConfigureAwait(false);
            if (position.Change < _known && position.Sight == KnowledgeSearchSight.Snapshot)
            {
                // Read from an earlier state than the others are in.
                return index;
            }

            index.LoadedBytes = index.Index.ByteSize;
            _languages = _languages.Append(new(language, index)).ToFrozenDictionary(StringComparer.Ordinal);
        }
        finally
        {
            _changing.Release();
        }

        loaded(this);
        return index;
    }

    private async Task AdvanceAsync(long change, IKnowledgeSearchStore store, Instant now, CancellationToken cancellationToken)
    {
        if (_counts is not null && change <= _known)
        {
            return;
        }

        if (_counts is not null && _languages.Count > 0)
        {
            var rows = await store.ReadSinceAsync(_known, cancellationToken).ConfigureAwait(false);
            foreach (var index in _languages.Values)
            {
                await index.ReadSynonymsAsync(store, cancellationToken).ConfigureAwait(false);
                await ApplyAsync(index, rows, store, now, cancellationToken).ConfigureAwait(false);
            }
        }

        // Those of loaded languages are counted by their indexes.
        _counts = await store.CountLanguagesAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _known, change);
    }

    /// <summary>Applies rows; terms of another edition of the analyser, or damaged ones, are made anew from the item.</summary>
    private async Task ApplyAsync(LanguageIndex index, IReadOnlyList<KnowledgeSearchDocument> rows, IKnowledgeSearchStore store, Instant now, CancellationToken cancellationToken)
    {
        var unusable = index.Apply(rows, now);
        var asked = rows.Where(r => unusable.Contains(r.ItemId)).ToDictionary(r => r.ItemId);
        foreach (var ids in unusable.Chunk(ItemsPerQuery))
        {
            var items = await store.ReadItemsAsync(ids, cancellationToken).ConfigureAwait(false);
            index.Apply([.. items.Select(i => KnowledgeSearchDocument.Of(i, analysers).WithAsked(asked[i.Id]))], now);
        }
    }
}
