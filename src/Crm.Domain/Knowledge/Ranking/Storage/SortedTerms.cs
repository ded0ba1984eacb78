namespace Crm.Domain.Knowledge;

/// <summary>The terms of one moment in ordinal order, for finding what begins with some letters.</summary>
internal sealed class SortedTerms
{
    private readonly int[] _order;

    private SortedTerms(int[] order) => _order = order;

    public static SortedTerms Empty { get; } = new([]);

    public int TermCount => _order.Length;

    public static SortedTerms Of(Vocabulary vocabulary, int termCount)
    {
        var order = Enumerable.Range(0, termCount).ToArray();
        Array.Sort([.. order.Select(i => vocabulary[i])], order, StringComparer.Ordinal);
        return new SortedTerms(order);
    }

    /// <summary>Adds the terms that begin with the text.</summary>
    public void Find(Vocabulary vocabulary, string beginning, List<int> found)
    {
        var (low, high) = (0, _order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(vocabulary[_order[middle]], beginning) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < _order.Length && vocabulary[_order[low]].StartsWith(beginning, StringComparison.Ordinal); low++)
        {
            found.Add(_order[low]);
        }
    }
}
