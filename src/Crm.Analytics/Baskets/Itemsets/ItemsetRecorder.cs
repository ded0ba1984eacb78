namespace Crm.Analytics.Baskets;

/// <summary>Keeps sets as a tree: a node is its parent's set with one more item. Nodes that are no set of their own have the count 0.</summary>
internal sealed class ItemsetRecorder(ItemsetOptions options, int? exactCount = null) : IItemsetSink
{
    private readonly int _minimumSize = options.MinimumSize;
    private readonly int _maximumSize = options.MaximumSize ?? int.MaxValue;
    private readonly int _limit = options.MaximumItemsets;
    private int[] _nodeOfDepth = new int[32];

    public ItemsetNodes Nodes { get; } = new();

    public bool IsFull => Listed > _limit;

    /// <summary>How many sets of the branch in hand are wanted.</summary>
    public int Listed { get; private set; }

    /// <summary>Starts a branch and says where its nodes start.</summary>
    public int StartBranch()
    {
        Listed = 0;
        return Nodes.Count;
    }

    public void Enter(int depth)
    {
        if (depth == _nodeOfDepth.Length) Array.Resize(ref _nodeOfDepth, 2 * depth);
        _nodeOfDepth[depth] = -1;
    }

    public void AddAll(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count)
    {
        if (exactCount is { } exact && exact != count) return;
        var parent = path.Length > 1 ? NodeOf(path, path.Length - 2) : -1;
        var start = _nodeOfDepth[path.Length - 1] = Add(parent, path[^1], path.Length, count);
        // Every perfect item doubles what stands already.
        foreach (var item in perfect)
        {
            var end = Nodes.Count;
            for (var node = start; node < end && !IsFull; node++)
            {
                if (Nodes.Sizes[node] < _maximumSize) Add(node, item, Nodes.Sizes[node] + 1, count);
            }
        }
    }

    public void AddOne(ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int count)
    {
        if ((exactCount is { } exact && exact != count) || path.Length + perfect.Length < _minimumSize) return;
        var parent = NodeOf(path, path.Length - 1);
        for (var i = 0; i < perfect.Length; i++) parent = Nodes.Add(parent, perfect[i], path.Length + i + 1, 0);
        Nodes.Counts[parent] = count;
        Listed++;
    }

    private int NodeOf(ReadOnlySpan<int> path, int depth)
    {
        var known = depth;
        while (known >= 0 && _nodeOfDepth[known] < 0) known--;
        for (var at = known + 1; at <= depth; at++) _nodeOfDepth[at] = Nodes.Add(at == 0 ? -1 : _nodeOfDepth[at - 1], path[at], at + 1, 0);
        return _nodeOfDepth[depth];
    }

    private int Add(int parent, int item, int size, int count)
    {
        var wanted = size >= _minimumSize;
        if (wanted) Listed++;
        return Nodes.Add(parent, item, size, wanted ? count : 0);
    }
}
