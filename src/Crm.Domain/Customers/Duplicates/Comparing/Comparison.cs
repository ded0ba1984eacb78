namespace Crm.Domain.Customers;

/// <summary>The levels of all fields of one pair, four bits each.</summary>
internal readonly record struct Comparison(ulong Levels)
{
    /// <summary>How many fields there are.</summary>
    public const int Fields = 16;

    /// <summary>How many levels a field can have, missing among them.</summary>
    public const int LevelsOfField = 6;

    /// <summary>A bit for each field that both records have.</summary>
    public uint Known
    {
        get
        {
            var known = 0U;
            for (var f = 0; f < Fields; f++)
            {
                known |= this[f] == MatchLevel.Missing ? 0 : 1U << f;
            }

            return known;
        }
    }

    public MatchLevel this[MatchField field] => (MatchLevel)(Levels >> (4 * (int)field) & 15);

    public MatchLevel this[int field] => (MatchLevel)(Levels >> (4 * field) & 15);
}
