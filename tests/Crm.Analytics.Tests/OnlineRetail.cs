using System.Globalization;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests;

/// <summary>UCI Online Retail, cleaned as is usual: customer known, no cancellation, positive quantity and price.</summary>
internal static class OnlineRetail
{
    /// <summary>397,884 lines of 4,338 customers, 3,665 products and 18,532 invoices.</summary>
    public static PurchaseLog Log() => PurchaseLog.From(
        from file in new[] { "online_retail_part1.csv.gz", "online_retail_part2.csv.gz" }
        from line in TestData.Lines(file).Skip(1)
        let cells = line.Split(',')
        where cells[5].Length > 0 && !cells[0].StartsWith('C')
        let quantity = decimal.Parse(cells[2], CultureInfo.InvariantCulture)
        let price = decimal.Parse(cells[4], CultureInfo.InvariantCulture)
        where quantity > 0 && price > 0
        let day = DateOnly.ParseExact(cells[3][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)
        select new PurchaseRow(
            long.Parse(cells[5], CultureInfo.InvariantCulture), LocalDate.FromDateOnly(day), quantity * price, quantity, cells[1], cells[0]));
}
