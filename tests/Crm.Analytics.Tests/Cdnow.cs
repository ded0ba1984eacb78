using System.Globalization;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests;

/// <summary>The CDNOW sample of Fader and Hardie: 2,357 customers who first bought in the first quarter of 1997.</summary>
internal static class Cdnow
{
    public static readonly LocalDate CalibrationEnd = new(1997, 9, 30);

    /// <summary>6,919 rows: master id, sample id, yyyymmdd, CDs, dollars.</summary>
    public static PurchaseLog Log() => PurchaseLog.From(Rows());

    public static IEnumerable<PurchaseRow> Rows() =>
        from line in TestData.Lines("CDNOW_sample.txt")
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where cells.Length >= 5
        let day = DateOnly.ParseExact(cells[2], "yyyyMMdd", CultureInfo.InvariantCulture)
        select new PurchaseRow(
            long.Parse(cells[1], CultureInfo.InvariantCulture),
            LocalDate.FromDateOnly(day),
            decimal.Parse(cells[4], CultureInfo.InvariantCulture),
            decimal.Parse(cells[3], CultureInfo.InvariantCulture));

    /// <summary>The published summary: weeks with two decimals, calibrated to 1997-09-30.</summary>
    public static RecencyFrequencyTable PublishedTable() => RecencyFrequencyTable.From(
        Published().Select(cells => new RecencyFrequency((int)TestData.Number(cells[1]), TestData.Number(cells[2]), TestData.Number(cells[3]))).ToArray());

    /// <summary>The repeat purchases of the published summary and their mean value.</summary>
    public static SpendTable PublishedSpend() => SpendTable.From(PublishedRows().ToArray());

    public static IEnumerable<SpendHistory> PublishedRows() =>
        Published().Select(cells => new SpendHistory((int)TestData.Number(cells[1]), TestData.Number(cells[4])));

    private static IEnumerable<string[]> Published() =>
        TestData.Lines("cdnow_customers_summary_with_transactions.csv").Skip(1).Select(line => line.Split(','));
}
