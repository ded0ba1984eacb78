namespace Crm.Domain.Knowledge;

/// <summary>
/// What readers see of an index at one moment. The arrays are shared with later views and grow behind the counts; the bit sets are
/// its own.
/// </summary>
internal sealed record IndexView(
    Vocabulary Vocabulary, int TermCount, PostingTable Postings, IndexedDocument[] Documents, Validity[] Validities, int DocumentCount, bool HasValidities,
    ulong[][] Audiences, FieldTotals[] Totals, FacetTable Facets, AskedTable Asked, AskedTotals[] AskedTotals, GramIndex Grams, Lazy<SortedTerms> Sorted)
{
    private readonly AudienceStatistics?[] _statistics = new AudienceStatistics?[16];

    /// <summary>What is known of the documents that these audiences may read; made when it is first asked for.</summary>
    public AudienceStatistics StatisticsOf(int audiences)
    {
        ref var place = ref _statistics[audiences];
        var known = Volatile.Read(ref place);
        if (known is null)
        {
            known = new AudienceStatistics(this, audiences);
            Volatile.Write(ref place, known);
        }

        return known;
    }

    /// <summary>The documents that are there for these audiences.</summary>
    public ulong[] Readable(int audiences)
    {
        var bits = new ulong[BitSet.Words(DocumentCount)];
        for (var audience = 0; audience < Audiences.Length; audience++)
        {
            for (var i = 0; (audiences & (1 << audience)) != 0 && i < bits.Length; i++)
            {
                bits[i] |= Audiences[audience][i];
            }
        }

        return bits;
    }

    public FieldTotals TotalsOf(int audiences)
    {
        var sum = default(FieldTotals);
        for (var audience = 0; audience < Totals.Length; audience++)
        {
            sum += (audiences & (1 << audience)) != 0 ? Totals[audience] : default;
        }

        return sum;
    }

    /// <summary>How much was asked on average for the documents of these audiences for which anything was.</summary>
    public double AverageAskedOf(int audiences)
    {
        var (documents, length) = (0, 0.0);
        for (var audience = 0; audience < AskedTotals.Length; audience++)
        {
            documents += (audiences & (1 << audience)) != 0 ? AskedTotals[audience].Documents : 0;
            length += (audiences & (1 << audience)) != 0 ? AskedTotals[audience].Length : 0;
        }

        return Math.Max(1e-9, length / Math.Max(1, documents));
    }

    /// <summary>The documents that a query may find, before any is ranked.</summary>
    public ulong[] Allowed(AudienceStatistics statistics, KnowledgeIndexQuery query)
    {
        var readable = statistics.Readable;
        if (query.Facets.Count == 0 && !HasValidities)
        {
            return readable;
        }

        var allowed = (ulong[])readable.Clone();
        foreach (var anyOf in query.Facets)
        {
            Facets.Narrow(allowed, anyOf, DocumentCount);
        }

        var now = query.Now.ToUnixTimeTicks();
        for (var document = 0; HasValidities && document < DocumentCount; document++)
        {
            if (now < Validities[document].From || now >= Validities[document].Until)
            {
                BitSet.Clear(allowed, document);
            }
        }

        return allowed;
    }
}
