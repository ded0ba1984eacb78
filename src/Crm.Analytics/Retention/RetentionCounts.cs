using Crm.Analytics.Purchases;

namespace Crm.Analytics.Retention;

/// <summary>Customers and revenue by cohort and period, the cells of a cohort one after the other.</summary>
internal sealed class RetentionCounts(int periods)
{
    private readonly int[] _customers = new int[periods * (periods + 1) / 2];
    private readonly long[] _revenues = new long[periods * (periods + 1) / 2];

    public int Periods => periods;

    public long WithoutCohort { get; private set; }

    public int Customers(int cohort, int age) => _customers[Cell(cohort, age)];

    public long Revenue(int cohort, int age) => _revenues[Cell(cohort, age)];

    public void Add(PurchaseLog log, int customer, PeriodsOfDays days, ReturnPolicy returns)
    {
        var (cohort, lastActive) = (-1, -1);
        var end = log.RowStarts[customer + 1];
        for (var row = log.RowStarts[customer]; row < end && log.Days[row] <= days.LastDay; row++)
        {
            var isReturn = log.IsReturn(row);
            if (isReturn && returns == ReturnPolicy.Ignore) continue;
            if (cohort < 0 && isReturn)
            {
                WithoutCohort = checked(WithoutCohort + log.Amounts[row]);
                continue;
            }

            var period = days.Of(log.Days[row]);
            if (cohort < 0) cohort = period;
            var cell = Cell(cohort, period - cohort);
            _revenues[cell] = checked(_revenues[cell] + log.Amounts[row]);
            if (isReturn || period == lastActive) continue;
            _customers[cell]++;
            lastActive = period;
        }
    }

    public void Add(RetentionCounts other)
    {
        for (var i = 0; i < _customers.Length; i++)
        {
            _customers[i] += other._customers[i];
            _revenues[i] = checked(_revenues[i] + other._revenues[i]);
        }

        WithoutCohort = checked(WithoutCohort + other.WithoutCohort);
    }

    // Cohort c has periods − c cells.
    private int Cell(int cohort, int age) => (int)(((long)cohort * ((2L * periods) - cohort + 1) / 2) + age);
}
