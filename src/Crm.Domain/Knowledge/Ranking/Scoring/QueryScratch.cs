using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>Room that a search needs and gives back clean, so that searching makes little garbage.</summary>
internal sealed class QueryScratch
{
    private static readonly ConcurrentBag<QueryScratch> s_free = [];

    /// <summary>By document, its score; 0 before and after a search.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>By term, its place in <see cref="Slots"/> plus one; 0 before and after a search.</summary>
    public int[] SlotOf { get; private set; } = [];

    /// <summary>By term, whether it has a slot: a set that is small enough to stay near.</summary>
    public ulong[] HasSlot { get; private set; } = [];

    /// <summary>Room for counting scores.</summary>
    public int[] Counts { get; } = new int[BestDocuments.Buckets];

    public List<int> Touched { get; } = [];

    public List<TermSlot> Slots { get; } = [];

    /// <summary>Grams of terms, as lists that are linked by their last part.</summary>
    public List<(int Gram, int Next)> GramsOf { get; } = [];

    public static QueryScratch Rent(IndexView view)
    {
        var scratch = s_free.TryTake(out var free) ? free : new QueryScratch();
        if (scratch.Scores.Length < view.DocumentCount)
        {
            scratch.Scores = new float[view.DocumentCount + (view.DocumentCount / 8)];
        }

        if (scratch.SlotOf.Length < view.TermCount)
        {
            scratch.SlotOf = new int[view.TermCount + (view.TermCount / 8)];
            scratch.HasSlot = new ulong[BitSet.Words(scratch.SlotOf.Length)];
        }

        return scratch;
    }

    /// <summary>The slot of a term, made when it has none.</summary>
    public ref TermSlot SlotFor(int term)
    {
        if (SlotOf[term] == 0)
        {
            Slots.Add(new TermSlot { Term = term, Planned = -1, FirstGram = -1 });
            SlotOf[term] = Slots.Count;
            BitSet.Set(HasSlot, term);
        }

        return ref CollectionsMarshal.AsSpan(Slots)[SlotOf[term] - 1];
    }

    public void Return()
    {
        foreach (var document in Touched)
        {
            Scores[document] = 0;
        }

        foreach (var slot in Slots)
        {
            SlotOf[slot.Term] = 0;
            HasSlot[slot.Term >> 6] = 0;
        }

        Touched.Clear();
        Slots.Clear();
        GramsOf.Clear();
        s_free.Add(this);
    }

    /// <summary>What a query knows of a term.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct TermSlot
    {
        public int Term;

        /// <summary>Its place among the planned terms; -1 for one that only shares grams.</summary>
        public int Planned;

        /// <summary>The head of its list in <see cref="GramsOf"/>; -1 for none.</summary>
        public int FirstGram;
    }
}
