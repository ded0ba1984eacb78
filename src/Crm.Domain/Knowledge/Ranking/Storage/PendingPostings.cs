using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>Postings of a batch until they are sorted by term, so that each list is grown once and not once for every document.</summary>
internal sealed class PendingPostings
{
    private readonly List<(int Term, ulong Posting)> _pending = [];

    public void Add(int term, int document, int inTitle, int inBody) => _pending.Add((term, PostingList.Pack(document, inTitle, inBody)));

    /// <summary>Gives out the postings of each term, documents ascending, and is empty then.</summary>
    public void Flush(int termCount, Action<int, ReadOnlySpan<ulong>> take)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        // A few postings are sorted, many are counted into place.
        var sorted = new ulong[_pending.Count];
        if (_pending.Count < termCount / 8)
        {
            _pending.Sort();
            for (var i = 0; i < sorted.Length; i++)
            {
                sorted[i] = _pending[i].Posting;
            }

            for (var (start, end) = (0, 0); start < sorted.Length; start = end)
            {
                while (end < sorted.Length && _pending[end].Term == _pending[start].Term)
                {
                    end++;
                }

                take(_pending[start].Term, sorted.AsSpan(start..end));
            }
        }
        else
        {
            var ends = new int[termCount + 1];
            foreach (ref readonly var posting in CollectionsMarshal.AsSpan(_pending))
            {
                ends[posting.Term + 1]++;
            }

            for (var term = 1; term <= termCount; term++)
            {
                ends[term] += ends[term - 1];
            }

            foreach (ref readonly var posting in CollectionsMarshal.AsSpan(_pending))
            {
                sorted[ends[posting.Term]++] = posting.Posting;
            }

            for (var (term, start) = (0, 0); term < termCount; start = ends[term++])
            {
                if (ends[term] > start)
                {
                    take(term, sorted.AsSpan(start..ends[term]));
                }
            }
        }

        _pending.Clear();
        _pending.Capacity = Math.Min(_pending.Capacity, 4096);
    }
}
