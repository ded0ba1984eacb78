using System.Numerics;
using System.Runtime.CompilerServices;

namespace Crm.Analytics.Baskets;

/// <summary>
/// Depth-first search of one thread. A branch is an item with the more frequent ones beside it: its baskets are projected to bits,
/// which by the order of frequencies take never more than one bit for an entry of all baskets. Sets grow by intersecting bits (Zaki's
/// Eclat); where a set has become thin among the rows in hand, they are projected to its rows again. Items that are in all baskets
/// of a set (perfect extensions, Borgelt) are not searched: they double what was found. Nothing is allocated but growing levels.
/// </summary>
internal sealed class ItemsetSearch<TSink>
    where TSink : class, IItemsetSink
{
    private const int ThinWords = 4;

    private readonly RankedBaskets _baskets;
    private readonly ItemsetKind _kind;
    private readonly int _minimum;
    private readonly int _maximumSize;
    private readonly TSink _sink;
    private readonly ItemStack _path = new();
    private readonly ItemStack _perfect = new();
    private readonly List<SearchLevel> _levels = [];
    private readonly BranchStart _start;
    private readonly Closure _closure;

    public ItemsetSearch(RankedBaskets baskets, ItemsetOptions options, TSink sink)
    {
        (_baskets, _kind, _minimum, _maximumSize, _sink) = (baskets, options.Kind, options.MinimumCount, options.MaximumSize ?? int.MaxValue, sink);
        _start = new BranchStart(baskets, options.MinimumCount);
        _closure = new Closure(baskets);
    }

    /// <summary>Finds the itemsets whose rarest item has this rank.</summary>
    public void Branch(int rank)
    {
        _path.Clear();
        _perfect.Clear();
        _path.Push(rank);
        _sink.Enter(0);
        var level = Level(0);
        if (_kind == ItemsetKind.All && _maximumSize == 1) level.Start(0, 0);
        else _start.Fill(rank, level, _perfect);
        if (Visit(_baskets.RowsOf(rank), default, level)) Extend(0);
    }

    /// <summary>Adds each item of a level in turn; those before it may follow. So a set comes after all its subsets but for perfect extensions.</summary>
    private void Extend(int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (level, next) = (Level(depth), Level(depth + 1));
        for (var last = 0; last < level.Count && !_sink.IsFull; last++)
        {
            var perfect = _perfect.Count;
            _path.Push(level.Ranks[last]);
            _sink.Enter(depth + 1);
            Intersect(level, last, next);
            if (Visit(level.Rows.Span, level.BitsOf(last), next, level.Counts[last])) Extend(depth + 1);
            _path.Pop();
            _perfect.Cut(perfect);
        }
    }

    private void Intersect(SearchLevel level, int last, SearchLevel next)
    {
        if (last == 0 || (_kind == ItemsetKind.All && _path.Count >= _maximumSize))
        {
            next.Start(0, 0);
            return;
        }

        var mask = level.BitsOf(last);
        var count = level.Counts[last];
        var thin = level.Words >= ThinWords && count <= level.RowCount / 4;
        next.Start(last, thin ? count : level.RowCount);
        if (!thin) next.Rows = level.Rows;
        else if (_kind != ItemsetKind.All) RowsOf(level, mask, next.OwnRows(count));
        for (var other = 0; other < last; other++)
        {
            var shared = thin
                ? BitRows.Project(level.BitsOf(other), mask, next.BitsOf(next.Count))
                : BitRows.Intersect(level.BitsOf(other), mask, next.BitsOf(next.Count));
            if (shared == count) _perfect.Push(level.Ranks[other]);
            else if (shared >= _minimum) next.Keep(level.Ranks[other], shared);
        }
    }

    private static void RowsOf(SearchLevel level, ReadOnlySpan<ulong> mask, Span<int> rows)
    {
        var next = 0;
        for (var word = 0; word < mask.Length; word++)
        {
            for (var rest = mask[word]; rest != 0; rest &= rest - 1) rows[next++] = level.Rows.Span[(word << 6) + BitOperations.TrailingZeroCount(rest)];
        }
    }

    /// <summary>Hands on the set in hand where it is wanted, and says whether larger ones are to be searched.</summary>
    private bool Visit(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, SearchLevel next, int? counted = null)
    {
        var count = counted ?? rows.Length;
        if (_kind == ItemsetKind.All)
        {
            _sink.AddAll(_path.Items, _perfect.Items, count);
            return next.Count > 0;
        }

        var size = _path.Count + _perfect.Count;
        if (_path.Count > _maximumSize || !_closure.IsClosed(rows, bits, size)) return false;
        var wanted = size <= _maximumSize
            && (_kind == ItemsetKind.Closed || (next.Count == 0 && !_closure.HasFrequentSuperset(rows, bits, _path.Items, _perfect.Items, _minimum)));
        if (wanted) _sink.AddOne(_path.Items, _perfect.Items, count);
        return next.Count > 0;
    }

    private SearchLevel Level(int depth)
    {
        while (_levels.Count <= depth) _levels.Add(new SearchLevel());
        return _levels[depth];
    }
}
