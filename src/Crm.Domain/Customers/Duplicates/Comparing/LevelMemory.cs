namespace Crm.Domain.Customers;

/// <summary>Remembers levels of pairs of values. Of two pairs in the same place the later one stays; a level never depends on that.</summary>
internal sealed class LevelMemory(FieldPool pool, Func<FieldText, FieldText, FieldPool, MatchLevel> compare, bool remembers)
{
    private const int Places = 1 << 14;

    private readonly ulong[] _keys = remembers ? new ulong[Places] : [];
    private readonly MatchLevel[] _levels = remembers ? new MatchLevel[Places] : [];

    /// <summary>The level of two values; <see cref="MatchLevel.Missing"/> where one is none.</summary>
    public MatchLevel Of(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return MatchLevel.Missing;
        }

        if (_keys.Length == 0)
        {
            return compare(pool[a], pool[b], pool);
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        // One more than the pair, so that an empty place is no pair.
        var key = (((ulong)(uint)a << 32) | (uint)b) + 1;
        var place = (int)((key * 0x9E3779B97F4A7C15UL) >> 50);
        if (_keys[place] == key)
        {
            return _levels[place];
        }

        var level = compare(pool[a], pool[b], pool);
        _keys[place] = key;
        _levels[place] = level;
        return level;
    }
}
