namespace Crm.Domain.Sales;

/// <summary>The closed deals of one team, or of all, counted by value.</summary>
internal sealed class TeamHistory(int stages)
{
    private readonly Dictionary<string, Dictionary<string, OutcomeCount>> _values = new(StringComparer.Ordinal);
    private readonly OutcomeCount[] _furthest = new OutcomeCount[stages];

    public OutcomeCount All { get; private set; }

    /// <summary>The deals that came to a stage: every won one, and the lost ones that came as far.</summary>
    public OutcomeCount OfStage(int place)
    {
        var lost = 0;
        for (var i = place; i < _furthest.Length; i++)
        {
            lost += _furthest[i].Lost;
        }

        return new OutcomeCount(All.Won, lost);
    }

    /// <summary>The deals with one value, those with any value of the field, and how many values it has.</summary>
    public (OutcomeCount Value, OutcomeCount Field, int Values) Of(string field, string value)
    {
        if (!_values.TryGetValue(field, out var counts))
        {
            return default;
        }

        var (won, lost) = (0, 0);
        foreach (var count in counts.Values)
        {
            (won, lost) = (won + count.Won, lost + count.Lost);
        }

        return (counts.GetValueOrDefault(value), new OutcomeCount(won, lost), counts.Count);
    }

    /// <summary>All that is counted, but for what is counted as nothing.</summary>
    public IEnumerable<WinCount> Counts(string? team, IReadOnlyList<string> stages)
    {
        WinCount Of(string? field, string? value, OutcomeCount count) => new(team, field, value, count.Won, count.Lost);
        return new[] { Of(null, null, All) }
            .Concat(_furthest.Select((count, place) => Of(null, stages[place], count)))
            .Concat(_values.SelectMany(f => f.Value.Select(v => Of(f.Key, v.Key, v.Value))))
            .Where(c => c.Won != 0 || c.Lost != 0);
    }

    /// <summary>Counts as they were kept.</summary>
    /// <param name="place">The place of the stage that the count is of; -1 for none that there is.</param>
    public void Load(WinCount count, int place)
    {
        var outcomes = new OutcomeCount(count.Won, count.Lost);
        if (count.Field is { } field)
        {
            ValuesOf(field)[count.Value ?? ""] = outcomes;
        }
        else if (count.Value is null)
        {
            All = outcomes;
        }
        else if (place >= 0)
        {
            _furthest[place] = outcomes;
        }
    }

    /// <summary>Counts a deal in (1) or out (-1).</summary>
    public void Count(IEnumerable<(string Field, string Value)> traits, int furthest, bool won, int by)
    {
        All = All.Plus(won, by);
        if (furthest >= 0)
        {
            _furthest[furthest] = _furthest[furthest].Plus(won, by);
        }

        foreach (var (field, value) in traits)
        {
            var counts = ValuesOf(field);
            var count = counts.GetValueOrDefault(value).Plus(won, by);
            if (count == default)
            {
                counts.Remove(value);
            }
            else
            {
                counts[value] = count;
            }
        }
    }

    private Dictionary<string, OutcomeCount> ValuesOf(string field)
    {
        if (!_values.TryGetValue(field, out var counts))
        {
            _values[field] = counts = new Dictionary<string, OutcomeCount>(StringComparer.Ordinal);
        }

        return counts;
    }
}
