using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The published documents of one language in memory, ready to be searched. Updates take effect for all later searches at once and
/// disturb none that runs; nothing is rebuilt for them. Equal documents rank equally, whatever came before and wherever they are stored.
/// </summary>
/// <remarks>Used by many threads at once; updates wait for each other, searches for nothing.</remarks>
/// <param name="analyser">The analyser of the language, the one that made the packed terms.</param>
/// <param name="synonyms">Synonyms of the language; none when null.</param>
public sealed class KnowledgeIndex(ITextAnalyser analyser, SynonymGroups? synonyms = null)
{
    /// <summary>The most documents that one search returns.</summary>
    public const int MaxTake = 1_000;

    /// <summary>How many documents are looked at word by word.</summary>
    private const int Reranked = 300;

    /// <summary>With fewer documents than these, those take part that only have words like those of the question.</summary>
    private const int Few = 100;

    private readonly Lock _changing = new();
    private readonly LanguageWeights _weights = RankingWeights.Of((analyser ?? throw new ArgumentNullException(nameof(analyser))).Language);
    private SynonymGroups? _synonyms = synonyms;
    private IndexWriter _writer = new();
    private IndexView _view = new IndexWriter().Publish();

    /// <summary>The documents in it.</summary>
    public int Count
    {
        get
        {
            lock (_changing)
            {
                return _writer.Live;
            }
        }
    }

    /// <summary>The memory it takes, in bytes, reckoned from the sizes of its parts.</summary>
    public long ByteSize
    {
        get
        {
            lock (_changing)
            {
                return _writer.ByteSize;
            }
        }
    }

    /// <summary>Whether a document is in it.</summary>
    /// <param name="key">The document.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(Guid key)
    {
        lock (_changing)
        {
            return _writer.Contains(key);
        }
    }

    /// <summary>How many documents some audiences may read.</summary>
    /// <param name="audiences">The audiences.</param>
    /// <returns>Their number.</returns>
    public int CountOf(IEnumerable<Audience> audiences) => Volatile.Read(ref _view).TotalsOf(AudienceCounts.Bits(audiences)).Documents;

    /// <summary>Takes other synonyms for all later searches.</summary>
    /// <param name="groups">The synonyms; none when null.</param>
    public void UseSynonyms(SynonymGroups? groups) => Volatile.Write(ref _synonyms, groups);

    /// <summary>Adds, replaces and removes documents.</summary>
    /// <param name="entries">Documents to add, or to put in the place of those with their key.</param>
    /// <param name="removed">Keys of documents to remove first; unknown ones are left alone.</param>
    /// <exception cref="FormatException">The packed terms of an entry are damaged; the entries before it may have taken effect.</exception>
    public void Update(IEnumerable<KnowledgeIndexEntry> entries, IEnumerable<Guid>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_changing)
        {
            _writer.Begin();
            try
            {
                foreach (var key in removed ?? [])
                {
                    _writer.Remove(key);
                }

                foreach (var entry in entries)
                {
                    _writer.Put(entry);
                }
            }
            finally
            {
                _writer = _writer.IsSparse ? _writer.Compact() : _writer;
                Volatile.Write(ref _view, _writer.Publish());
            }
        }
    }

    /// <summary>Searches the documents.</summary>
    /// <param name="query">What is looked for.</param>
    /// <returns>The best documents; none when no word of the question, nor one like it, is in a document that may be found.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KnowledgeIndexQuery.Take"/> is not 1 to <see cref="MaxTake"/>.</exception>
    public KnowledgeIndexAnswer Search(KnowledgeIndexQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Take, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, MaxTake, nameof(query));
        var view = Volatile.Read(ref _view);
        var statistics = view.StatisticsOf(AudienceCounts.Bits(query.Audiences));
        var plan = new QueryPlan(view, statistics, analyser, Volatile.Read(ref _synonyms), query);
        if (plan.Terms.Length == 0 && !plan.Words.Any(w => view.Asked.Of(w).Length > 0))
        {
            return KnowledgeIndexAnswer.None;
        }

        var scratch = QueryScratch.Rent(view);
        try
        {
            var allowed = view.Allowed(statistics, query);
            var most = Math.Max(query.Take, Reranked);
            var deferred = FirstPass.Run(view, statistics, plan, allowed, _weights, most, scratch);
            AskedPass.Run(view, statistics, plan, allowed, scratch);
            if (scratch.Touched.Count < Few)
            {
                FirstPass.Widen(view, statistics, plan, allowed, scratch);
            }

            var best = BestDocuments.Of(scratch, view, most);
            new SecondPass(view, statistics, plan, _weights, deferred, scratch).Run(best.AsSpan(0, Math.Min(best.Length, Reranked)));
            BestDocuments.Sort(best, view);
            return new KnowledgeIndexAnswer(
                [.. best.Take(query.Take).Select(b => new KnowledgeIndexMatch(view.Documents[b.Document].Key, b.Score))],
                plan.Terms.ToDictionary(t => view.Vocabulary[t.Term], t => t.Value, StringComparer.Ordinal),
                plan.Corrections);
        }
        finally
        {
            scratch.Return();
        }
    }
}
