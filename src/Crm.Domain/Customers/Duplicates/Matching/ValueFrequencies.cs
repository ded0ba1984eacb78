namespace Crm.Domain.Customers;

/// <summary>How often another customer has the very same value: counted where it was seen often, expected where it was not.</summary>
internal sealed class ValueFrequencies
{
    // As if so many customers with the expected frequency had been seen before.
    private const double Seen = 200;

    // A slip seldom makes the same new name in three records.
    private const int Usual = 3;

    private readonly RecordTable _table;
    private readonly double[] _expected;
    private readonly int[][] _counts;
    private readonly double _records;

    /// <param name="table">The records.</param>
    /// <param name="expected">The expected frequency by <see cref="MatchField"/>.</param>
    /// <param name="counted">Whether the records are enough of all customers to count values in them.</param>
    public ValueFrequencies(RecordTable table, double[] expected, bool counted = true)
    {
        (_table, _expected, _records) = (table, expected, counted ? table.Count : 0);
        _counts = new int[(int)RecordColumn.Count][];
        for (var c = 0; c < _counts.Length; c++)
        {
            _counts[c] = new int[table.PoolOf((RecordColumn)c).Count];
            foreach (var value in counted ? table.Columns[c] : [])
            {
                if (value >= 0)
                {
                    _counts[c][value]++;
                }
            }
        }
    }

    /// <summary>The frequency of the value in which two records agree exactly in a field.</summary>
    public double Of(MatchField field, int a, int b) => field switch
    {
        MatchField.Given => OfColumn(field, RecordColumn.Given, a, b),
        MatchField.Middle => OfColumn(field, RecordColumn.Middle, a, b),
        MatchField.Family => OfColumn(field, RecordColumn.Family, a, b),
        MatchField.Organisation => OfColumn(field, RecordColumn.Organisation, a, b),
        MatchField.Birth => OfColumn(field, RecordColumn.Birth, a, b),
        MatchField.Email => OfColumn(field, RecordColumn.Email, a, b),
        MatchField.Phone => OfColumn(field, RecordColumn.Phone, a, b),
        MatchField.Number => OfColumn(field, RecordColumn.Number, a, b),
        MatchField.Street => OfColumn(field, RecordColumn.Street, a, b),
        MatchField.Street2 => OfColumn(field, RecordColumn.Street2, a, b),
        MatchField.Place => OfPlace(a, b),
        MatchField.Postcode => OfColumn(field, RecordColumn.Postcode, a, b),
        MatchField.Region => OfColumn(field, RecordColumn.Region, a, b),
        MatchField.Country => OfColumn(field, RecordColumn.Country, a, b),
        MatchField.NationalId => OfColumn(field, RecordColumn.NationalId, a, b),
        _ => _expected[(int)field],
    };

    /// <summary>Whether two values are two names and not a name and a slip: further records have each, or one begins with the other.</summary>
    public bool AreTwoNames(RecordColumn column, int a, int b)
    {
        var counts = _counts[(int)column];
        var (x, y) = (_table.Columns[(int)column][a], _table.Columns[(int)column][b]);
        if (x < 0 || y < 0)
        {
            return false;
        }

        var (one, other) = (_table.PoolOf(column)[x].Compact, _table.PoolOf(column)[y].Compact);
        return (counts[x] >= Usual && counts[y] >= Usual) || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    private double OfPlace(int a, int b)
    {
        var (cities, suburbs) = (_table.Columns[(int)RecordColumn.City], _table.Columns[(int)RecordColumn.Suburb]);
        return suburbs[a] >= 0 && suburbs[a] == suburbs[b]
            ? OfColumn(MatchField.Place, RecordColumn.Suburb, a, b)
            : OfColumn(MatchField.Place, cities[a] >= 0 ? RecordColumn.City : RecordColumn.Suburb, a, b);
    }

    // Both records themselves do not count; a value that one of them alone has was written in another way by the other.
    private double OfColumn(MatchField field, RecordColumn column, int a, int b)
    {
        var (values, counts) = (_table.Columns[(int)column], _counts[(int)column]);
        var (x, y) = (values[a], values[b]);
        var count = Math.Max(x < 0 ? 0 : counts[x], y < 0 ? 0 : counts[y]);
        var others = Math.Max(0, count - (x == y ? 2 : 1));
        return (others + (Seen * _expected[(int)field])) / (_records + Seen);
    }
}
