namespace Crm.Domain.Customers;

/// <summary>Compares records of a table field by field. For one thread.</summary>
internal sealed class PairComparer
{
    private readonly RecordTable _table;
    private readonly uint _used;
    private readonly LevelMemory _names, _organisations, _dates, _emails, _phones, _numbers, _streets, _places, _postcodes, _regions, _countries, _nationalIds;

    /// <param name="table">The records.</param>
    /// <param name="used">A bit for each <see cref="MatchField"/> that counts.</param>
    /// <param name="remembers">Whether levels are remembered, which pays from some hundred pairs on.</param>
    public PairComparer(RecordTable table, uint used, bool remembers = true)
    {
        (_table, _used) = (table, used);
        _names = new(table.Names, (a, b, _) => NameLevel.Of(a, b), remembers);
        _organisations = new(table.Organisations, WordsLevel.Of, remembers);
        _dates = new(table.Dates, (a, b, _) => DateLevel.Of(a, b), remembers);
        _emails = new(table.Emails, (a, b, _) => CodeLevel.OfEmail(a, b), remembers);
        _phones = new(table.Phones, (a, b, _) => CodeLevel.OfPhone(a, b), remembers);
        _numbers = new(table.Numbers, (a, b, _) => CodeLevel.OfHouse(a, b), remembers);
        _streets = new(table.Streets, WordsLevel.Of, remembers);
        _places = new(table.Places, (a, b, _) => NameLevel.Of(a, b), remembers);
        _postcodes = new(table.Postcodes, (a, b, _) => CodeLevel.OfPostcode(a, b), remembers);
        _regions = new(table.Regions, (a, b, _) => NameLevel.Of(a, b), remembers);
        _countries = new(table.Countries, (a, b, _) => NameLevel.Of(a, b), remembers);
        _nationalIds = new(table.NationalIds, (a, b, _) => CodeLevel.OfNumber(a, b), remembers);
    }

    public Comparison Compare(int a, int b)
    {
        var levels = 0UL;
        Names(a, b, ref levels);
        Put(ref levels, MatchField.Organisation, Level(_organisations, RecordColumn.Organisation, a, b));
        Put(ref levels, MatchField.Birth, Level(_dates, RecordColumn.Birth, a, b));
        Put(ref levels, MatchField.Email, Level(_emails, RecordColumn.Email, a, b));
        Put(ref levels, MatchField.Phone, Level(_phones, RecordColumn.Phone, a, b));
        Put(ref levels, MatchField.Number, Level(_numbers, RecordColumn.Number, a, b));
        Streets(a, b, ref levels);
        Put(ref levels, MatchField.Place, Place(a, b));
        Put(ref levels, MatchField.Postcode, Level(_postcodes, RecordColumn.Postcode, a, b));
        Put(ref levels, MatchField.Region, Level(_regions, RecordColumn.Region, a, b));
        Put(ref levels, MatchField.Country, Level(_countries, RecordColumn.Country, a, b));
        Put(ref levels, MatchField.NationalId, Level(_nationalIds, RecordColumn.NationalId, a, b));
        return new Comparison(levels);
    }

    // As they stand, or exchanged where that agrees better.
    private void Names(int a, int b, ref ulong levels)
    {
        int givenA = Value(RecordColumn.Given, a), givenB = Value(RecordColumn.Given, b), familyA = Value(RecordColumn.Family, a), familyB = Value(RecordColumn.Family, b);
        int middleA = Value(RecordColumn.Middle, a), middleB = Value(RecordColumn.Middle, b);
        var (given, family) = (_names.Of(givenA, givenB), _names.Of(familyA, familyB));
        if (given <= MatchLevel.Partial || family <= MatchLevel.Partial)
        {
            var (first, second) = (_names.Of(givenA, familyB), _names.Of(familyA, givenB));
            if (Math.Max((int)first, (int)second) >= (int)MatchLevel.Near && first != MatchLevel.Different && second != MatchLevel.Different
                && (int)first + (int)second > (int)given + (int)family)
            {
                (given, family) = (first, second);
                Put(ref levels, MatchField.Order, MatchLevel.Partial);
            }
        }

        // Anna Maria, and Anna with the middle name Maria.
        if (given is MatchLevel.Different or MatchLevel.Partial && (middleA < 0) != (middleB < 0) && JoinsMiddle(givenA, middleA, givenB, middleB))
        {
            given = MatchLevel.Exact;
        }

        Put(ref levels, MatchField.Given, given);
        Put(ref levels, MatchField.Family, family);
        Put(ref levels, MatchField.Middle, _names.Of(middleA, middleB));
    }

    private bool JoinsMiddle(int givenA, int middleA, int givenB, int middleB)
    {
        if (givenA < 0 || givenB < 0)
        {
            return false;
        }

        var a = _table.Names[givenA].Compact + (middleA < 0 ? string.Empty : _table.Names[middleA].Compact);
        var b = _table.Names[givenB].Compact + (middleB < 0 ? string.Empty : _table.Names[middleB].Compact);
        return string.Equals(a, b, StringComparison.Ordinal);
    }

    // Two lines of an address, in either order.
    private void Streets(int a, int b, ref ulong levels)
    {
        int firstA = Value(RecordColumn.Street, a), firstB = Value(RecordColumn.Street, b), secondA = Value(RecordColumn.Street2, a), secondB = Value(RecordColumn.Street2, b);
        var (first, second) = (_streets.Of(firstA, firstB), _streets.Of(secondA, secondB));
        if (first < MatchLevel.Near && (secondA >= 0 || secondB >= 0))
        {
            var (across, back) = (_streets.Of(firstA, secondB), _streets.Of(secondA, firstB));
            if (Math.Max((int)across, (int)back) > Math.Max((int)first, (int)second) && (int)across + (int)back > (int)first + (int)second)
            {
                (first, second) = across >= back ? (across, back) : (back, across);
            }
        }

        Put(ref levels, MatchField.Street, first);
        Put(ref levels, MatchField.Street2, second);
    }

    private MatchLevel Place(int a, int b)
    {
        int cityA = Value(RecordColumn.City, a), cityB = Value(RecordColumn.City, b), suburbA = Value(RecordColumn.Suburb, a), suburbB = Value(RecordColumn.Suburb, b);
        var best = _places.Of(cityA, cityB);
        foreach (var level in new ReadOnlySpan<MatchLevel>([_places.Of(suburbA, suburbB), _places.Of(cityA, suburbB), _places.Of(suburbA, cityB)]))
        {
            best = level > best ? level : best;
        }

        return best;
    }

    private int Value(RecordColumn column, int record) => _table.Columns[(int)column][record];

    private MatchLevel Level(LevelMemory memory, RecordColumn column, int a, int b) => memory.Of(Value(column, a), Value(column, b));

    private void Put(ref ulong levels, MatchField field, MatchLevel level)
    {
        if ((_used >> (int)field & 1) != 0)
        {
            levels |= (ulong)level << (4 * (int)field);
        }
    }
}
