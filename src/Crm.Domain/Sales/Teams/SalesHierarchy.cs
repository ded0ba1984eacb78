namespace Crm.Domain.Sales;

/// <summary>Who leads whom.</summary>
internal sealed class SalesHierarchy
{
    private readonly IReadOnlyDictionary<string, string> _leaders;
    private readonly ILookup<string, string> _below;

    public SalesHierarchy(IReadOnlyDictionary<string, string> leaders)
    {
        ArgumentNullException.ThrowIfNull(leaders);
        _leaders = leaders;
        _below = leaders.ToLookup(l => l.Value, l => l.Key, StringComparer.Ordinal);
        foreach (var person in leaders.Keys)
        {
            var steps = 0;
            for (var at = person; leaders.TryGetValue(at, out var leader); at = leader)
            {
                if (leader == person || ++steps > leaders.Count)
                {
                    throw new ArgumentException($"{person} leads themselves.", nameof(leaders));
                }
            }
        }
    }

    public IEnumerable<string> Below(string person) => _below[person];

    /// <summary>People and everybody above them, each after all who are below.</summary>
    public IReadOnlyList<string> With(IEnumerable<string> people)
    {
        var depths = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            for (var at = person; !depths.ContainsKey(at);)
            {
                depths[at] = Depth(at);
                if (!_leaders.TryGetValue(at, out var leader))
                {
                    break;
                }

                at = leader;
            }
        }

        return [.. depths.OrderByDescending(d => d.Value).Select(d => d.Key)];
    }

    private int Depth(string person)
    {
        var depth = 0;
        for (var at = person; _leaders.TryGetValue(at, out var leader); at = leader)
        {
            depth++;
        }

        return depth;
    }
}
