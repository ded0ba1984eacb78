namespace Crm.Analytics.Baskets;

/// <summary>
/// Baskets reduced to frequent items, which are known by rank: 0 is the item of most baskets, and of equals the one with the
/// smaller key. Both ways round: the items of a basket by rank, and the baskets of an item.
/// </summary>
internal sealed class RankedBaskets
{
    private readonly int[] _rowStarts;
    private readonly int[] _ranks;
    private readonly int[] _columnStarts;
    private readonly int[] _rows;
    private readonly int[] _places;

    public RankedBaskets(BasketTable baskets, int minimumCount)
    {
        var starts = baskets.Starts;
        var items = baskets.AllItems;
        var counts = new int[baskets.Items.Count];
        foreach (var item in items) counts[item]++;
        Items = [.. Enumerable.Range(0, counts.Length).Where(item => counts[item] >= minimumCount).OrderByDescending(item => counts[item])];
        var ranks = new int[counts.Length];
        Array.Fill(ranks, -1);
        _columnStarts = new int[Items.Length + 1];
        for (var rank = 0; rank < Items.Length; rank++)
        {
            ranks[Items[rank]] = rank;
            _columnStarts[rank + 1] = _columnStarts[rank] + counts[Items[rank]];
        }

        _rowStarts = new int[baskets.Count + 1];
        _rows = new int[_columnStarts[^1]];
        _places = new int[_rows.Length];
        _ranks = new int[_rows.Length];
        var ends = _columnStarts[..Items.Length];
        for (var row = 0; row < baskets.Count; row++)
        {
            var length = 0;
            for (var at = starts[row]; at < starts[row + 1]; at++)
            {
                var rank = ranks[items[at]];
                if (rank < 0) continue;
                _rows[ends[rank]++] = row;
                length++;
            }

            _rowStarts[row + 1] = _rowStarts[row] + length;
        }

        // Written rank after rank, so that every row is in order without sorting.
        var filled = _rowStarts[..baskets.Count];
        for (var rank = 0; rank < Items.Length; rank++)
        {
            for (var at = _columnStarts[rank]; at < _columnStarts[rank + 1]; at++)
            {
                var place = filled[_rows[at]]++;
                _ranks[place] = rank;
                _places[at] = place;
            }
        }
    }

    /// <summary>The position of the item of each rank.</summary>
    public int[] Items { get; }

    /// <summary>In how many baskets the item of a rank is.</summary>
    public int CountOf(int rank) => _columnStarts[rank + 1] - _columnStarts[rank];

    /// <summary>The baskets that have the item of a rank.</summary>
    public ReadOnlySpan<int> RowsOf(int rank) => _rows.AsSpan(_columnStarts[rank], CountOf(rank));

    /// <summary>The items of a basket, most frequent first.</summary>
    public ReadOnlySpan<int> RanksOf(int row) => _ranks.AsSpan(_rowStarts[row], _rowStarts[row + 1] - _rowStarts[row]);

    /// <summary>The more frequent items beside the item of a rank, in the n-th basket that has it.</summary>
    public ReadOnlySpan<int> Before(int rank, int n)
    {
        var at = _columnStarts[rank] + n;
        var start = _rowStarts[_rows[at]];
        return _ranks.AsSpan(start, _places[at] - start);
    }
}
