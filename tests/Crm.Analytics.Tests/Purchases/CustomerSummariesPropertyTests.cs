using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Purchases;

public sealed class CustomerSummariesPropertyTests
{
    [Fact]
    public void From_RowsInAnyOrder_AreTheSame() =>
        Prop.ForAll(Rows, Gen.Choose(0, int.MaxValue).ToArbitrary(), (rows, seed) =>
        {
            var shuffled = (PurchaseRow[])rows.Clone();
            new System.Random(seed).Shuffle(shuffled);
            LogSamples.All(Summarise(shuffled)).Should().Equal(LogSamples.All(Summarise(rows)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_RowsOfADayMergedIntoOne_AreTheSame() =>
        Prop.ForAll(Rows, rows =>
        {
            // Purchases merge with purchases and returns with returns; orders would merge too, so they are dropped.
            var merged = rows.GroupBy(row => (row.Customer, row.Day, row.Amount < 0)).Select(group =>
                new PurchaseRow(group.Key.Customer, group.Key.Day, group.Sum(row => row.Amount))).ToArray();
            LogSamples.All(Summarise(merged)).Should().Equal(
                LogSamples.All(Summarise([.. rows.Select(row => row with { Order = default })])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyRows_EqualsTheDefinition() =>
        Prop.ForAll(Rows, rows =>
        {
            var summaries = Summarise(rows);
            for (var i = 0; i < summaries.Count; i++)
            {
                var own = rows.Where(row => row.Customer == summaries.Customers[i]).ToArray();
                var days = own.Where(row => row.Amount >= 0).Select(row => row.Day).Distinct().Order().ToArray();
                var summary = summaries[i];
                summary.Total.Should().Be(own.Sum(row => row.Amount));
                summary.PurchaseDays.Should().Be(days.Length);
                summary.Frequency.Should().Be(Math.Max(0, days.Length - 1));
                if (days.Length < 2) continue;
                var later = own.Where(row => row.Day > days[0]).Sum(row => row.Amount);
                summary.Monetary.Should().BeApproximately((double)(later / (days.Length - 1)), 1e-9);
                summary.RecencyDays.Should().Be(DayNumber.FromDate(days[^1]) - DayNumber.FromDate(days[0]));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyDegree_IsTheSame()
    {
        var random = new System.Random(11);
        const int rows = 300_000;
        var (keys, days, amounts) = (new long[rows], new int[rows], new long[rows]);
        for (var i = 0; i < rows; i++)
            (keys[i], days[i], amounts[i]) = (random.Next(40_000), random.Next(700), random.Next(-10_000, 1_000_000));
        var columns = new PurchaseColumns
        {
            Customers = PurchaseKeyColumn.From(keys), Days = days, Amounts = amounts,
            Orders = PurchaseKeyColumn.From(Array.ConvertAll(keys, key => key / 3)),
        };

        var all = new[] { 1, 2, 5 }.Select(degree => LogSamples.All(CustomerSummaries.From(
            PurchaseLog.From(columns, degree), new SummaryOptions { DegreeOfParallelism = degree }))).ToArray();

        all[1].AsSpan().SequenceEqual(all[0]).Should().BeTrue();
        all[2].AsSpan().SequenceEqual(all[0]).Should().BeTrue();
    }
}
