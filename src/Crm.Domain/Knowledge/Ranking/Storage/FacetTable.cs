using System.Collections.Concurrent;

namespace Crm.Domain.Knowledge;

/// <summary>The documents that have a facet, by ascending number. One writer adds; readers leave alone what came after their view.</summary>
internal sealed class FacetTable
{
    private readonly ConcurrentDictionary<string, Numbers> _documents = new(StringComparer.Ordinal);

    public int ByteSize => _documents.Sum(d => 100 + (2 * d.Key.Length) + (d.Value.All.Length * 4));

    public void Add(string facet, int document)
    {
        var numbers = _documents.GetValueOrDefault(facet) ?? new Numbers([], 0);
        if (numbers.Count > 0 && numbers.All[numbers.Count - 1] == document)
        {
            return;
        }

        var all = numbers.All;
        if (numbers.Count == all.Length)
        {
            Array.Resize(ref all, Math.Max(2, all.Length + (all.Length / 2)));
        }

        all[numbers.Count] = document;
        _documents[facet] = new Numbers(all, numbers.Count + 1);
    }

    /// <summary>Takes out of the set the documents that have none of the facets.</summary>
    public void Narrow(Span<ulong> allowed, IReadOnlyCollection<string> anyOf, int documentCount)
    {
        Span<ulong> narrowed = new ulong[allowed.Length];
        foreach (var facet in anyOf)
        {
            foreach (var document in _documents.TryGetValue(facet, out var numbers) ? numbers.All.AsSpan(0, numbers.Count) : [])
            {
                if (document < documentCount && BitSet.Has(allowed, document))
                {
                    BitSet.Set(narrowed, document);
                }
            }
        }

        narrowed.CopyTo(allowed);
    }

    /// <summary>Copies to another table under new numbers; those below 0 are left out.</summary>
    public void CopyTo(FacetTable other, Func<int, int> renumber)
    {
        foreach (var (facet, numbers) in _documents)
        {
            foreach (var document in numbers.All.AsSpan(0, numbers.Count))
            {
                if (renumber(document) is >= 0 and var number)
                {
                    other.Add(facet, number);
                }
            }
        }
    }

    private sealed record Numbers(int[] All, int Count);
}
