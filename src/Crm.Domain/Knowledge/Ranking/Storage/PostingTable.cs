using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The posting lists of all terms in chunks. A batch copies the chunks that it changes and leaves the others to be shared by its view
/// and the views before.
/// </summary>
internal sealed class PostingTable
{
    private const int ChunkBits = 8;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly int _batch;
    private readonly Chunk[] _chunks;

    /// <summary>Begins a batch with room for so many terms.</summary>
    public PostingTable(PostingTable? before, int batch, int termCount)
    {
        _batch = batch;
        var chunks = new Chunk[(termCount + ChunkMask) >> ChunkBits];
        before?._chunks.CopyTo(chunks, 0);
        for (var i = before?._chunks.Length ?? 0; i < chunks.Length; i++)
        {
            chunks[i] = new Chunk(batch, new PostingList?[1 << ChunkBits], new AudienceCounts[1 << ChunkBits]);
        }

        _chunks = chunks;
    }

    /// <summary>How many terms there is room for.</summary>
    public int Capacity => _chunks.Length << ChunkBits;

    public long ByteSize => _chunks.Sum(c => 100L + (c.Lists.Length * 24) + c.Lists.Sum(l => l is null ? 0 : 56L + l.ByteSize));

    /// <summary>The documents of a term that some document has or had.</summary>
    public PostingList this[int term] => _chunks[term >> ChunkBits].Lists[term & ChunkMask]!;

    /// <summary>In how many documents that are not removed a term is.</summary>
    public AudienceCounts CountsOf(int term) => _chunks[term >> ChunkBits].Counts[term & ChunkMask];

    public void Add(int term, ReadOnlySpan<ulong> postings, ReadOnlySpan<IndexedDocument> documents)
    {
        var chunk = Own(term);
        ref var list = ref chunk.Lists[term & ChunkMask];
        list = (list ?? new PostingList(_batch)).For(_batch);
        list.Add(postings);
        ref var counts = ref chunk.Counts[term & ChunkMask];
        foreach (var posting in postings)
        {
            counts = counts.Plus(documents[PostingList.DocumentOf(posting)].Audience, 1);
        }
    }

    /// <summary>Counts a document of the term no longer; its posting stays.</summary>
    public void Uncount(int term, Audience audience)
    {
        ref var counts = ref Own(term).Counts[term & ChunkMask];
        counts = counts.Plus(audience, -1);
    }

    private Chunk Own(int term)
    {
        ref var chunk = ref _chunks[term >> ChunkBits];
        if (chunk.Batch != _batch)
        {
            chunk = new Chunk(_batch, [.. chunk.Lists], [.. chunk.Counts]);
        }

        return chunk;
    }

    private sealed record Chunk(int Batch, PostingList?[] Lists, AudienceCounts[] Counts);
}
