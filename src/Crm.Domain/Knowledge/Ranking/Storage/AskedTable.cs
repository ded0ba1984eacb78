using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The documents that helped after a term was asked, in the order of their numbers. Kept apart from the words of the documents: nothing
/// is suggested from it, and an empty one changes nothing. One writer adds; readers leave alone what came after their view.
/// </summary>
internal sealed class AskedTable
{
    /// <summary>How many readers it takes until what they asked counts half.</summary>
    private const float HalfEvidence = 5;

    private readonly ConcurrentDictionary<string, Postings> _terms = new(StringComparer.Ordinal);
    // Of the writer alone.
    private readonly Dictionary<int, float> _lengths = [];

    public long ByteSize => _terms.Sum(t => 120L + (2 * t.Key.Length) + (t.Value.All.Length * 16L)) + (_lengths.Count * 28L);

    public ReadOnlySpan<AskedPosting> Of(string term) => _terms.TryGetValue(term, out var postings) ? postings.All.AsSpan(0, postings.Count) : [];

    /// <summary>Adds what was asked for a document.</summary>
    /// <returns>How much was asked, 0 for nothing.</returns>
    public float Add(int document, IReadOnlyList<(string Term, int Weight)> asked)
    {
        var length = asked.Sum(a => Evidence(Weight(a.Weight)));
        foreach (var (term, weight) in asked)
        {
            Add(term, new AskedPosting(document, Weight(weight), Evidence(Weight(weight)), length));
        }

        if (asked.Count > 0)
        {
            _lengths.Add(document, length);
        }

        return length;
    }

    /// <summary>Forgets how much was asked for a document.</summary>
    public float Remove(int document) => _lengths.Remove(document, out var length) ? length : 0;

    /// <summary>Copies to another table under new numbers; those below 0 are left out.</summary>
    public void CopyTo(AskedTable other, Func<int, int> renumber)
    {
        foreach (var (term, postings) in _terms)
        {
            foreach (var posting in postings.All.AsSpan(0, postings.Count))
            {
                if (renumber(posting.Document) is >= 0 and var number)
                {
                    other.Add(term, posting with { Document = number });
                }
            }
        }

        foreach (var (document, length) in _lengths)
        {
            if (renumber(document) is >= 0 and var number)
            {
                other._lengths.Add(number, length);
            }
        }
    }

    private void Add(string term, AskedPosting posting)
    {
        var postings = _terms.GetValueOrDefault(term) ?? new Postings([], 0);
        var all = postings.All;
        if (postings.Count == all.Length)
        {
            Array.Resize(ref all, Math.Max(2, all.Length + (all.Length / 2)));
        }

        all[postings.Count] = posting;
        _terms[term] = new Postings(all, postings.Count + 1);
    }

    // Certainty would be endless evidence.
    private static float Weight(int thousandths) => Math.Min(thousandths, TermVector.MaxWeight - 1) / (float)TermVector.MaxWeight;

    private static float Evidence(float weight) => HalfEvidence * weight / (1 - weight);

    private sealed record Postings(AskedPosting[] All, int Count);
}

/// <summary>That a document helped after a term was asked.</summary>
/// <param name="Document">The document.</param>
/// <param name="Weight">How much that counts, below 1.</param>
/// <param name="Evidence">How many readers it stands for.</param>
/// <param name="Length">The same of all terms that were asked for the document.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AskedPosting(int Document, float Weight, float Evidence, float Length);

/// <summary>Sums of what was asked over the documents of some audience.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AskedTotals(int Documents, double Length)
{
    public AskedTotals Plus(float length, int sign) => length == 0 ? this : new AskedTotals(Documents + sign, Length + (sign * length));
}
