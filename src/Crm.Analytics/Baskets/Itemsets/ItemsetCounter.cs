namespace Crm.Analytics.Baskets;

/// <summary>Counts sets by size. A set with p perfect extensions counts for 2^p sets, which are never made.</summary>
internal sealed class ItemsetCounter(ItemsetOptions options) : IItemsetSink
{
    private const int Bits = 63;

    private readonly List<List<long>> _bySizeAndPerfect = [];

    /// <summary>Whether there are more sets than can be counted, so that going on is of no use.</summary>
    public bool IsFull { get; private set; }

    public void Enter(int depth)
    {
    }

    public void AddAll(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count) => Add(path.Length, perfect.Length);

    public void AddOne(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count) => Add(path.Length + perfect.Length, 0);

    /// <summary>Adds what was counted to the numbers of sets by size.</summary>
    /// <exception cref="OverflowException">There are more sets than 2^63 − 1.</exception>
    public void AddTo(SortedDictionary<int, long> bySize)
    {
        for (var size = 1; size < _bySizeAndPerfect.Count; size++)
        {
            for (var perfect = 0; perfect < _bySizeAndPerfect[size].Count; perfect++)
            {
                if (_bySizeAndPerfect[size][perfect] is > 0 and var sets) AddTo(bySize, size, perfect, sets);
            }
        }
    }

    private void AddTo(SortedDictionary<int, long> bySize, int size, int perfect, long sets)
    {
        // The number of subsets with so many items, by recurrence: always whole, and beyond 128 bits always beyond 64.
        UInt128 ways = 1;
        for (var more = 0; more <= perfect && size + more <= (options.MaximumSize ?? int.MaxValue); more++)
        {
            if (size + more >= options.MinimumSize) bySize[size + more] = checked(bySize.GetValueOrDefault(size + more) + (long)(ways * (UInt128)sets));
            ways = checked(ways * (UInt128)(perfect - more)) / (UInt128)(more + 1);
        }
    }

    private void Add(int size, int perfect)
    {
        IsFull |= perfect >= Bits && options.MaximumSize is null;
        while (_bySizeAndPerfect.Count <= size) _bySizeAndPerfect.Add([]);
        var sets = _bySizeAndPerfect[size];
        while (sets.Count <= perfect) sets.Add(0);
        sets[perfect]++;
    }
}
