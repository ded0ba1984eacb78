namespace Crm.Domain.Sales;

/// <summary>The closed deals of one team, or of all, counted by value.</summary>
internal sealed class TeamHistory(int stages)
{
    private readonly Dictionary<string, Dictionary<string, OutcomeCount>> _values = new(StringComparer.Ordinal);
    private readonly OutcomeCount[] _stages = new OutcomeCount[stages];

    public OutcomeCount All { get; private set; }

    public OutcomeCount OfStage(int place) => _stages[place];

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

    /// <summary>Counts a deal in (1) or out (-1). A won deal went through every stage, a lost one as far as it came.</summary>
    public void Count(IEnumerable<(string Field, string Value)> traits, int furthest, bool won, int by)
    {
        All = All.Plus(won, by);
        for (var i = 0; i < _stages.Length && (won || i <= furthest); i++)
        {
            _stages[i] = _stages[i].Plus(won, by);
        }

        foreach (var (field, value) in traits)
        {
            if (!_values.TryGetValue(field, out var counts))
            {
                _values[field] = counts = new Dictionary<string, OutcomeCount>(StringComparer.Ordinal);
            }

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
}
