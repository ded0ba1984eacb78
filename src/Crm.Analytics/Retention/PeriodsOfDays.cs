using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Retention;

/// <summary>The period of every day of a window, looked up.</summary>
internal sealed class PeriodsOfDays
{
    private const long MaximumCells = 100_000_000;

    private readonly int[] _periods;
    private readonly int _firstDay;

    public PeriodsOfDays(CalendarPeriod period, LocalDate first, LocalDate through)
    {
        First = period.NumberOf(first);
        Count = period.NumberOf(through) - First + 1;
        if ((long)Count * (Count + 1) / 2 > MaximumCells)
            throw new ArgumentException($"{first} to {through} has {Count} periods of {period}, too many for a table; take longer ones.", nameof(period));
        _firstDay = DayNumber.FromDate(first);
        LastDay = DayNumber.FromDate(through);
        _periods = new int[LastDay - _firstDay + 1];
        var number = -1;
        var next = int.MinValue;
        for (var i = 0; i < _periods.Length; i++)
        {
            if (_firstDay + i >= next) next = DayNumber.FromDate(period.StartOf(First + ++number + 1));
            _periods[i] = number;
        }
    }

    /// <summary>The number of the first period.</summary>
    public int First { get; }

    /// <summary>How many periods there are.</summary>
    public int Count { get; }

    /// <summary>The last day observed.</summary>
    public int LastDay { get; }

    /// <summary>The period of a day, from zero.</summary>
    public int Of(int day) => _periods[day - _firstDay];
}
