using System.Buffers;
using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>The one who changes an index. What views share only ever grows; all else is copied before it changes.</summary>
internal sealed class IndexWriter
{
    private readonly Vocabulary _vocabulary = new();
    private readonly FacetTable _facets = new();
    private readonly AskedTable _asked = new();
    private readonly Dictionary<Guid, int> _numbers = [];
    private PostingTable _postings = new(null, 0, 512);
    private IndexedDocument[] _documents = new IndexedDocument[16];
    private Validity[] _validities = new Validity[16];
    private ulong[][] _audiences = [[], [], [], []];
    private FieldTotals[] _totals = new FieldTotals[4];
    private AskedTotals[] _askedTotals = new AskedTotals[4];
    private GramIndex _grams = GramIndex.Empty;
    private Lazy<SortedTerms> _sorted = new(SortedTerms.Empty);
    // Room for the document that is being added.
    private readonly List<DocumentTerm> _terms = [];
    private readonly List<int> _title = [];
    private readonly List<int> _body = [];
    private readonly PendingPostings _pending = new();
    private bool _hasValidities;
    private int _count;
    private int _flushed;
    private int _batch;

    /// <summary>How many documents there are that are not removed.</summary>
    public int Live => _numbers.Count;

    /// <summary>Whether so much is removed that a new index is due.</summary>
    public bool IsSparse => _count > 64 + (Live * 4 / 3);

    public long ByteSize => _vocabulary.ByteSize + _facets.ByteSize + _asked.ByteSize + _grams.ByteSize + (_grams.TermCount * 4L) + (_numbers.EnsureCapacity(0) * 36L)
        + _postings.ByteSize
        + (_documents.Length * 72L) + _documents.Take(_count).Sum(d => 24L + d.Terms.Length);

    /// <summary>Begins a batch of changes.</summary>
    public void Begin()
    {
        _batch++;
        _postings = new PostingTable(_postings, _batch, _postings.Capacity);
        _audiences = [.. _audiences.Select(bits => (ulong[])bits.Clone())];
        _totals = (FieldTotals[])_totals.Clone();
        _askedTotals = (AskedTotals[])_askedTotals.Clone();
    }

    /// <summary>The view of all changes so far.</summary>
    public IndexView Publish()
    {
        Flush();
        var count = _vocabulary.Count;
        if (count - _grams.TermCount > 512 + (count / 64))
        {
            _grams = GramIndex.Of(_vocabulary, count);
            _sorted = new Lazy<SortedTerms>(() => SortedTerms.Of(_vocabulary, count));
        }

        return new IndexView(_vocabulary, count, _postings, _documents, _validities, _count, _hasValidities, _audiences, _totals, _facets, _asked, _askedTotals, _grams, _sorted);
    }

    /// <exception cref="FormatException">The packed terms are damaged; nothing is changed.</exception>
    public void Put(KnowledgeIndexEntry entry)
    {
        Span<char> text = stackalloc char[4 * WordScanner.MaxWord];
        var reader = new TermVectorReader(entry.Vector.Span, text);
        _terms.Clear();
        for (var i = 0; i < reader.TermCount; i++)
        {
            var term = reader.NextTerm();
            _terms.Add(new DocumentTerm(_vocabulary.FindOrAdd(term), CharacterGrams.Count(term.Length)));
        }

        // All is read before a document changes; terms that nothing uses do no harm.
        reader.NextField(_title);
        reader.NextField(_body);
        var asked = WeightedTermsReader.Read(entry.Asked.Span);
        Remove(entry.Key);
        var validity = entry.ValidFrom is null && entry.ValidUntil is null
            ? Validity.Always
            : new Validity(entry.ValidFrom?.ToUnixTimeTicks() ?? long.MinValue, entry.ValidUntil?.ToUnixTimeTicks() ?? long.MaxValue);
        var document = Append(entry, validity);
        foreach (var facet in entry.Facets)
        {
            _facets.Add(facet, document);
        }

        ref var totals = ref _askedTotals[(int)entry.Audience];
        totals = totals.Plus(_asked.Add(document, asked), 1);
    }

    /// <summary>Whether there is a document of that key.</summary>
    public bool Contains(Guid key) => _numbers.ContainsKey(key);

    public void Remove(Guid key)
    {
        if (!_numbers.Remove(key, out var number))
        {
            return;
        }

        if (number >= _flushed)
        {
            Flush();
        }

        ref readonly var document = ref _documents[number];
        var audience = (int)document.Audience;
        BitSet.Clear(_audiences[audience], number);
        _totals[audience] = _totals[audience].Plus(document, -1);
        _askedTotals[audience] = _askedTotals[audience].Plus(_asked.Remove(number), -1);
        foreach (var term in DistinctTerms(document.Terms))
        {
            _postings.Uncount(term, document.Audience);
        }
    }

    /// <summary>The same documents with nothing removed beside them, in their order.</summary>
    public IndexWriter Compact()
    {
        var compact = new IndexWriter();
        compact.Begin();
        for (var number = 0; number < _count; number++)
        {
            ref readonly var document = ref _documents[number];
            if (_numbers.TryGetValue(document.Key, out var live) && live == number)
            {
                compact.Copy(this, document, _validities[number]);
            }
        }

        int Renumber(int number) => _numbers.TryGetValue(_documents[number].Key, out var live) && live == number ? compact._numbers[_documents[number].Key] : -1;
        _facets.CopyTo(compact._facets, Renumber);
        _asked.CopyTo(compact._asked, Renumber);
        compact._askedTotals = (AskedTotals[])_askedTotals.Clone();
        return compact;
    }

    private void Copy(IndexWriter from, in IndexedDocument document, Validity validity)
    {
        var places = new Dictionary<int, int>();
        _terms.Clear();
        _title.Clear();
        _body.Clear();
        for (var at = 0; at < document.Terms.Length;)
        {
            var term = (int)PackedBytes.Read(document.Terms, ref at);
            if (!places.TryGetValue(term, out var place))
            {
                places.Add(term, place = _terms.Count);
                var text = from._vocabulary[term];
                _terms.Add(new DocumentTerm(_vocabulary.FindOrAdd(text), CharacterGrams.Count(text.Length)));
            }

            (_title.Count < document.TitleLength ? _title : _body).Add(place);
        }

        var entry = new KnowledgeIndexEntry(document.Key, default, document.Audience) { IsQuestion = document.IsQuestion };
        Append(entry, validity);
    }

    private static HashSet<int> DistinctTerms(ReadOnlySpan<byte> packed)
    {
        var terms = new HashSet<int>();
        for (var at = 0; at < packed.Length;)
        {
            terms.Add((int)PackedBytes.Read(packed, ref at));
        }

        return terms;
    }

    private int Append(KnowledgeIndexEntry entry, Validity validity)
    {
        var number = _count++;
        EnsureRoom(number);
        var packed = ArrayPool<byte>.Shared.Rent(5 * (_title.Count + _body.Count));
        var (length, titleGrams, bodyGrams) = (0, 0, 0);
        var terms = CollectionsMarshal.AsSpan(_terms);
        foreach (var place in _title)
        {
            terms[place].InTitle++;
            titleGrams += terms[place].Grams;
            length = PackedBytes.Write(packed, length, (uint)terms[place].Term);
        }

        foreach (var place in _body)
        {
            terms[place].InBody++;
            bodyGrams += terms[place].Grams;
            length = PackedBytes.Write(packed, length, (uint)terms[place].Term);
        }

        foreach (ref readonly var term in terms)
        {
            if (term.InTitle + term.InBody > 0)
            {
                _pending.Add(term.Term, number, term.InTitle, term.InBody);
            }
        }

        _documents[number] = new IndexedDocument(
            entry.Key, packed.AsSpan(0, length).ToArray(), _title.Count, _body.Count, titleGrams, bodyGrams, entry.Audience, entry.IsQuestion);
        ArrayPool<byte>.Shared.Return(packed);
        _validities[number] = validity;
        _hasValidities |= validity != Validity.Always;
        _totals[(int)entry.Audience] = _totals[(int)entry.Audience].Plus(_documents[number], 1);
        BitSet.Set(_audiences[(int)entry.Audience], number);
        _numbers[entry.Key] = number;
        return number;
    }

    private void EnsureRoom(int number)
    {
        if (number == _documents.Length)
        {
            Array.Resize(ref _documents, number + (number / 4) + 16);
            Array.Resize(ref _validities, _documents.Length);
        }

        for (var i = 0; i < _audiences.Length && BitSet.Words(number + 1) > _audiences[i].Length; i++)
        {
            Array.Resize(ref _audiences[i], BitSet.Words(number + 1) + (_audiences[i].Length / 4));
        }
    }

    private void Flush()
    {
        if (_vocabulary.Count > _postings.Capacity)
        {
            _postings = new PostingTable(_postings, _batch, _vocabulary.Count + 512);
        }

        _flushed = _count;
        _pending.Flush(_vocabulary.Count, (term, postings) => _postings.Add(term, postings, _documents));
    }

    /// <summary>A term of the document that is being added.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct DocumentTerm(int term, int grams)
    {
        public readonly int Term = term;
        public readonly int Grams = grams;
        public int InTitle;
        public int InBody;
    }
}
