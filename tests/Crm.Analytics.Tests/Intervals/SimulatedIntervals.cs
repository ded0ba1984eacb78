using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests.Intervals;

/// <summary>Buyers with gamma intervals, each at a rate of their own.</summary>
internal static class SimulatedIntervals
{
    private static readonly int _start = DayNumber.FromDate(new LocalDate(1900, 1, 1));

    /// <summary>Buyers with a given number of intervals; mean intervals are inverse gamma around 600 days.</summary>
    public static PurchaseLog Draw(int buyers, double shape, int intervals, int seed)
    {
        var random = new Random(seed);
        var (keys, days) = (new List<long>(), new List<int>());
        for (var buyer = 0; buyer < buyers; buyer++)
        {
            var mean = 600 * 3 / RandomGamma.Next(random, 3);
            var day = (double)_start;
            for (var i = 0; i <= intervals; i++)
            {
                keys.Add(buyer);
                days.Add((int)Math.Round(day));
                day += mean / shape * RandomGamma.Next(random, shape);
            }
        }

        return PurchaseLog.From(new PurchaseColumns
        {
            Customers = PurchaseKeyColumn.From(keys.ToArray()), Days = days.ToArray(), Amounts = new long[keys.Count],
        });
    }
}
