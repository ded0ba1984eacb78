using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Retention;

/// <summary>
/// Customers and revenue by cohort (the period of the first purchase) and age (periods since then; 0 is the cohort's own).
/// Immutable.
/// </summary>
public sealed class RetentionTable
{
    private readonly int _firstNumber;
    private readonly RetentionCounts _counts;

    internal RetentionTable(CalendarPeriod period, LocalDate? asOf, int firstNumber, RetentionCounts counts, ObservationWindow? window)
    {
        (Period, AsOf, _firstNumber, _counts, Window) = (period, asOf, firstNumber, counts, window);
        LastPeriodIsPartial = asOf is { } day && counts.Periods > 0 && day < period.EndOf(firstNumber + counts.Periods - 1);
        RevenueWithoutCohort = FixedPoint.ToDecimal(counts.WithoutCohort);
    }

    /// <summary>How the calendar was cut.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The last day observed; null when the log is empty and no day was given.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The days the table covers; null when it has no cohort.</summary>
    public ObservationWindow? Window { get; }

    /// <summary>How many periods there are, and so cohorts; cohorts without a customer are among them.</summary>
    public int Periods => _counts.Periods;

    /// <summary>Whether the last period was not observed to its end: the last cell of every cohort may still grow.</summary>
    public bool LastPeriodIsPartial { get; }

    /// <summary>Returns before the customer's first purchase, and of customers without one; zero when returns are ignored.</summary>
    public decimal RevenueWithoutCohort { get; }

    /// <summary>The first day of a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public LocalDate StartOf(int period)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)period, (uint)Periods, nameof(period));
        return Period.StartOf(_firstNumber + period);
    }

    /// <summary>How many ages a cohort was observed at: the periods from its own to the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort.</exception>
    public int Ages(int cohort)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cohort, (uint)Periods, nameof(cohort));
        return Periods - cohort;
    }

    /// <summary>How many customers first bought in a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort.</exception>
    public int Size(int cohort) => Customers(cohort, 0);

    /// <summary>How many customers of a cohort bought at an age.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort, or the age was not observed.</exception>
    public int Customers(int cohort, int age)
    {
        Check(cohort, age);
        return _counts.Customers(cohort, age);
    }

    /// <summary>What a cohort paid at an age, exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort, or the age was not observed.</exception>
    public decimal Revenue(int cohort, int age)
    {
        Check(cohort, age);
        return FixedPoint.ToDecimal(_counts.Revenue(cohort, age));
    }

    /// <summary>The share of a cohort's customers who bought at an age, 0 to 1; null for a cohort without a customer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort, or the age was not observed.</exception>
    public double? Retention(int cohort, int age)
    {
        Check(cohort, age);
        return Size(cohort) == 0 ? null : Customers(cohort, age) / (double)Size(cohort);
    }

    /// <summary>
    /// What a cohort paid at an age as a share of what it paid at age 0; above 1 when it paid more. Null when it paid
    /// nothing, or less than nothing, at age 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort, or the age was not observed.</exception>
    public double? RevenueRetention(int cohort, int age)
    {
        Check(cohort, age);
        return _counts.Revenue(cohort, 0) <= 0 ? null : _counts.Revenue(cohort, age) / (double)_counts.Revenue(cohort, 0);
    }

    /// <summary>
    /// The share of customers who bought at an age over all cohorts that were observed at it, weighted by their size, 0 to 1;
    /// null when they have no customer.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No cohort was observed at the age.</exception>
    public double? Retention(int age)
    {
        var (active, all) = Sum(age, (cohort, at) => _counts.Customers(cohort, at));
        return all == 0 ? null : active / (double)all;
    }

    /// <summary>
    /// What all cohorts that were observed at an age paid at it, as a share of what they paid at age 0; null when that is not positive.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No cohort was observed at the age.</exception>
    public double? RevenueRetention(int age)
    {
        var (paid, first) = Sum(age, _counts.Revenue);
        return first <= 0 ? null : paid / (double)first;
    }

    private (long At, long First) Sum(int age, Func<int, int, long> figure)
    {
        Check(0, age);
        var (at, first) = (0L, 0L);
        for (var cohort = 0; cohort < Periods - age; cohort++)
        {
            at = checked(at + figure(cohort, age));
            first = checked(first + figure(cohort, 0));
        }

        return (at, first);
    }

    private void Check(int cohort, int age)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cohort, (uint)Periods, nameof(cohort));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)age, (uint)(Periods - cohort), nameof(age));
    }
}
