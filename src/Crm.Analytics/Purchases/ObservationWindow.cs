using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>The days that data cover: from the first purchase line to the last day observed, both included.</summary>
/// <param name="First">The first day with a row.</param>
/// <param name="Through">The last day observed, which may lie after the last row.</param>
public sealed record ObservationWindow(LocalDate First, LocalDate Through)
{
    /// <summary>Whole days from the first to the last day.</summary>
    public int Days => DayNumber.FromDate(Through) - DayNumber.FromDate(First);

    /// <summary>Both days in ISO form.</summary>
    public override string ToString() => $"{First:uuuu'-'MM'-'dd}/{Through:uuuu'-'MM'-'dd}";
}
