namespace Crm.Analytics.Baskets;

/// <summary>Projects the baskets of one item to the more frequent items beside it.</summary>
internal sealed class BranchStart(RankedBaskets baskets, int minimum)
{
    private readonly int[] _counts = new int[baskets.Items.Length];
    private readonly int[] _local = new int[baskets.Items.Length];
    private readonly ItemStack _seen = new();
    private long[] _order = [];

    /// <summary>Fills the level with the items that are frequent beside it, most frequent first; those that always are go to the perfect ones.</summary>
    public void Fill(int rank, SearchLevel level, ItemStack perfect)
    {
        var count = baskets.CountOf(rank);
        _seen.Clear();
        for (var n = 0; n < count; n++)
        {
            foreach (var other in baskets.Before(rank, n))
            {
                if (_counts[other]++ == 0) _seen.Push(other);
            }
        }

        var kept = Choose(count, perfect);
        level.Start(kept, count);
        level.Clear(kept);
        for (var i = 0; i < kept; i++)
        {
            var other = (int)_order[i];
            level.Keep(other, _counts[other]);
            _local[other] = i + 1;
        }

        baskets.RowsOf(rank).CopyTo(level.OwnRows(count));
        for (var n = 0; kept > 0 && n < count; n++)
        {
            foreach (var other in baskets.Before(rank, n))
            {
                if (_local[other] is > 0 and var local) level.BitsOf(local - 1)[n >> 6] |= 1ul << (n & 63);
            }
        }

        foreach (var other in _seen.Items) (_counts[other], _local[other]) = (0, 0);
    }

    private int Choose(int count, ItemStack perfect)
    {
        if (_order.Length < _seen.Count) _order = new long[2 * _seen.Count];
        var kept = 0;
        foreach (var other in _seen.Items)
        {
            if (_counts[other] == count) perfect.Push(other);
            else if (_counts[other] >= minimum) _order[kept++] = ((long)-_counts[other] << 32) | (uint)other;
        }

        _order.AsSpan(0, kept).Sort();
        return kept;
    }
}
