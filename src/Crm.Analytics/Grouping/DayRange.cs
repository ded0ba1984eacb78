using System.Numerics;
using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Grouping;

/// <summary>The first and the last day of a column, which say how few bits a day needs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayRange(int First, int Last)
{
    private static readonly int s_first = DayNumber.FromDate(LocalDate.MinIsoValue);
    private static readonly int s_last = DayNumber.FromDate(LocalDate.MaxIsoValue);

    /// <summary>How many bits hold a day counted from the first one; at most 23.</summary>
    public int Bits => 32 - BitOperations.LeadingZeroCount((uint)(Last - First));

    /// <exception cref="ArgumentException">A day lies outside the years that NodaTime supports.</exception>
    public static DayRange Of(ReadOnlySpan<int> days)
    {
        if (days.IsEmpty) return default;
        var range = Ends(days);
        return range.First >= s_first && range.Last <= s_last ? range : throw Outside(days);
    }

    private static DayRange Ends(ReadOnlySpan<int> days)
    {
        var (low, high) = (new Vector<int>(int.MaxValue), new Vector<int>(int.MinValue));
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(days);
        foreach (var vector in vectors) (low, high) = (Vector.Min(low, vector), Vector.Max(high, vector));
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < Vector<int>.Count; i++) (first, last) = (Math.Min(first, low[i]), Math.Max(last, high[i]));
        foreach (var day in days[(vectors.Length * Vector<int>.Count)..]) (first, last) = (Math.Min(first, day), Math.Max(last, day));
        return new DayRange(first, last);
    }

    private static ArgumentException Outside(ReadOnlySpan<int> days)
    {
        var row = 0;
        while (days[row] >= s_first && days[row] <= s_last) row++;
        return new ArgumentException(FormattableString.Invariant($"Day {days[row]} of row {row} lies outside the years that NodaTime supports."), nameof(days));
    }
}
