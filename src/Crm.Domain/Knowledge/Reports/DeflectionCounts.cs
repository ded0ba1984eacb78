namespace Crm.Domain.Knowledge;

/// <summary>Counts of sessions of readers who are not of the staff; each is a part of the one that its text names.</summary>
/// <param name="Sessions">All that began in the period and by the instant of the report.</param>
/// <param name="Shown">Those of <paramref name="Sessions"/> in which items were shown, by a search or beside a case that was being written.</param>
/// <param name="Undecided">Those of <paramref name="Shown"/> whose time for a case is not over at the instant of the report. They count below no more.</param>
/// <param name="Opened">Decided ones of <paramref name="Shown"/> in which an item was opened then.</param>
/// <param name="Deflected">Those of <paramref name="Opened"/> after which no case was filed in time.</param>
/// <param name="Solved">Those of <paramref name="Deflected"/> in which the reader said that the problem is solved.</param>
/// <param name="FiledAfterOpening">Those of <paramref name="Opened"/> after which a case was filed in time.</param>
/// <param name="FiledUnopened">Decided ones of <paramref name="Shown"/> in which nothing was opened and a case was filed in time.</param>
public sealed record DeflectionCounts(int Sessions, int Shown, int Undecided, int Opened, int Deflected, int Solved, int FiledAfterOpening, int FiledUnopened)
{
    /// <summary>The decided sessions in which items were shown: the denominator of <see cref="Rate"/>.</summary>
    public int Decided => Shown - Undecided;

    /// <summary>Deflected sessions ÷ decided sessions in which items were shown; null where there are none.</summary>
    public double? Rate => Decided == 0 ? null : (double)Deflected / Decided;

    /// <summary>Deflected sessions ÷ decided sessions in which an item was opened; null where there are none.</summary>
    public double? RateOfOpened => Opened == 0 ? null : (double)Deflected / Opened;
}
