using Crm.Analytics.Purchases;
using Crm.Analytics.Retention;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Retention;

public sealed class CohortRetentionTests
{
    [SkippableFact]
    [Trait("Check", "AN-10")]
    public void From_OnlineRetail_EqualsTheReferenceTable()
    {
        var log = OnlineRetail.Log();
        var table = CohortRetention.From(log);
        var reference = TestData.Lines("online_retail_monthly_cohorts.csv").Skip(1).Select(line => line.Split(',').Skip(1).Select(TestData.Number).ToArray()).ToArray();

        table.Periods.Should().Be(13);
        for (var cohort = 0; cohort < 13; cohort++)
        {
            for (var age = 0; age < table.Ages(cohort); age++)
                table.Customers(cohort, age).Should().Be((int)reference[cohort][cohort + age]);
        }

        table.StartOf(0).Should().Be(new LocalDate(2010, 12, 1));
        table.LastPeriodIsPartial.Should().BeTrue("the data end on 9 December 2011");
        table.Retention(0, 1)!.Value.Should().BeApproximately(324 / 885.0, 1e-12);
        Revenue(table).Should().Be(8_911_407.904m);
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public void From_AsOfAPastDay_EqualsTheTableOfThatDay() =>
        Prop.ForAll(Rows, Gen.Choose(-2, 45).ToArbitrary(), (rows, day) =>
        {
            var asOf = Start.PlusDays(day);
            var options = new RetentionOptions { Period = CalendarPeriod.Week };
            var past = CohortRetention.From(PurchaseLog.From(rows), options with { AsOf = asOf });
            var then = CohortRetention.From(PurchaseLog.From(rows.Where(row => row.Day <= asOf)), options with { AsOf = asOf });
            Cells(past).Should().Equal(Cells(then));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyRows_EqualsTheDefinitionAndLosesNoRevenue() =>
        Prop.ForAll(Rows, Gen.Choose(1, 9).ToArbitrary(), (rows, length) =>
        {
            var period = CalendarPeriod.Days(length, Start.PlusDays(3));
            var log = PurchaseLog.From(rows);
            var table = CohortRetention.From(log, new RetentionOptions { Period = period });
            (Revenue(table) + table.RevenueWithoutCohort).Should().Be(rows.Sum(row => row.Amount));

            var bought = rows.Where(row => row.Amount >= 0).GroupBy(row => row.Customer)
                .Select(own => own.Select(row => period.StartOf(period.NumberOf(row.Day))).ToHashSet()).ToArray();
            for (var cohort = 0; cohort < table.Periods; cohort++)
            {
                for (var age = 0; age < table.Ages(cohort); age++)
                    table.Customers(cohort, age).Should().Be(bought.Count(own => own.Min() == table.StartOf(cohort) && own.Contains(table.StartOf(cohort + age))));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_HandMadeRows_CountsCustomersAndRevenue()
    {
        // January: 1 and 2; February: 3. Customer 2 returns before and after the first purchase.
        var table = CohortRetention.From(
            PurchaseLog.From([Row(1, 0, 10), Row(1, 1, 5), Row(1, 35, 20), Row(2, 3, -2), Row(2, 4, 8), Row(2, 40, -3), Row(3, 50, 7), Row(4, 2, -1)]),
            new RetentionOptions { AsOf = new LocalDate(2026, 3, 31) });

        (table.Periods, table.LastPeriodIsPartial, table.RevenueWithoutCohort).Should().Be((3, false, -3));
        (table.Size(0), table.Customers(0, 1), table.Customers(0, 2), table.Size(1), table.Size(2)).Should().Be((2, 1, 0, 1, 0));
        (table.Revenue(0, 0), table.Revenue(0, 1), table.Revenue(1, 0)).Should().Be((23, 17, 7));
        (table.RevenueRetention(0, 1), table.Retention(2, 0), table.RevenueRetention(2, 0)).Should().Be((17 / 23d, null, null));
        (table.Retention(1), table.RevenueRetention(1), table.Retention(2)).Should().Be((1 / 3d, 17 / 30d, 0));
        table.Invoking(t => t.Customers(1, 2)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void From_EmptyLog_HasNoCohort()
    {
        var table = CohortRetention.From(PurchaseLog.From([]));
        (table.Periods, table.AsOf, table.Window, table.LastPeriodIsPartial).Should().Be((0, null, null, false));
        table.Invoking(t => t.Retention(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void From_TooManyPeriods_IsRefused() =>
        PurchaseLog.From([Row(1, -700_000, 1), Row(1, 0, 1)]).Invoking(log => CohortRetention.From(log, new RetentionOptions { Period = CalendarPeriod.Day }))
            .Should().Throw<ArgumentException>();

    [Fact]
    public void From_AnyDegree_IsTheSame()
    {
        var random = new System.Random(2);
        var log = PurchaseLog.From(Enumerable.Range(0, 40_000).Select(_ => Row(random.Next(20_000), random.Next(500), random.Next(-20, 100))));
        Cells(CohortRetention.From(log, new RetentionOptions { DegreeOfParallelism = 3 })).Should()
            .Equal(Cells(CohortRetention.From(log, new RetentionOptions { DegreeOfParallelism = 1 })));
    }

    private static decimal Revenue(RetentionTable table) => Cells(table).Sum(cell => cell.Revenue);

    private static IEnumerable<(LocalDate Cohort, int Age, int Customers, decimal Revenue)> Cells(RetentionTable table) =>
        from cohort in Enumerable.Range(0, table.Periods)
        from age in Enumerable.Range(0, table.Ages(cohort))
        select (table.StartOf(cohort), age, table.Customers(cohort, age), table.Revenue(cohort, age));
}
