using System.Buffers.Binary;
using Crm.Analytics.Insights;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Domain.Insights;
using Crm.Testing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Insights;

public sealed class InsightComputationTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_start = new(2026, 1, 1);

    private static readonly Arbitrary<PurchaseRow[]> s_rows = (
        from customer in Gen.Choose(1, 12)
        from day in Gen.Choose(0, 120)
        from cents in Gen.Choose(-800, 5_000)
        from order in Gen.Choose(1, 30)
        select new PurchaseRow(Key(customer), s_start.PlusDays(day), cents / 100m, cents < 0 ? -1 : 1, Order: Key(order))).ArrayOf().ToArbitrary();

    [SkippableFact]
    [Trait("Check", "AN-04")]
    [Trait("Check", "AN-05")]
    public void From_CdnowSample_SaysWhatTheModelsSay()
    {
        var rows = Cdnow.Rows().Select(row => row with { Customer = Key((int)row.Customer.AsInt64()) }).ToArray();
        var log = PurchaseLog.From(rows);
        var options = new InsightOptions { Model = InsightModelKind.BetaGeometricNbd };
        var figures = From(log, Cdnow.CalibrationEnd, options);

        var summaries = CustomerSummaries.From(log.Observe(Cdnow.CalibrationEnd));
        var (fit, spend) = (BetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries)), GammaGamma.Fit(SpendTable.From(summaries)));
        figures.Rows.Should().HaveCount(2_357);
        figures.Data.FirstDay.Should().Be(new LocalDate(1997, 1, 1));
        figures.Basis.Purchases!.Parameters.Select(p => p.Value).Should().Equal(fit.Parameters.Select(p => p.Value));
        // The published estimates of Fader, Hardie and Lee (2005), table 2.
        foreach (var (parameter, published) in figures.Basis.Purchases.Parameters.Zip([0.243, 4.414, 0.793, 2.426])) parameter.Value.Should().BeApproximately(published, 5e-3 * published, parameter.Name);
        var table = RecencyFrequencyTable.From(summaries);
        var (alive, values) = (fit.Model.ProbabilityAlive(table), LifetimeValue.Predict(summaries, fit, spend));
        for (var i = 0; i < figures.Rows.Count; i++)
        {
            ((double)figures.Rows[i].AliveProbability!.Value).Should().BeApproximately(alive[i], 5.1e-5);
            ((double)figures.Rows[i].LifetimeValue!.Value).Should().BeApproximately(values.Predicted[i], 5.1e-5);
            ((double)figures.Rows[i].LifetimeValueFrom!.Value).Should().BeApproximately(values.Lower![i], 5.1e-5);
            ((double)figures.Rows[i].HistoricValue).Should().BeApproximately(values.Historic[i], 5.1e-5);
        }

        figures.Basis.Notes.Should().ContainSingle("BG/NBD takes everybody who bought once for alive, and says so");
        figures.Rows.Where(r => r.Frequency == 0).Should().OnlyContain(r => r.ChurnProbability == 0);
        var modified = From(log, Cdnow.CalibrationEnd, new InsightOptions());
        modified.Basis.Notes.Should().BeEmpty();
        modified.Rows.Where(r => r.Frequency == 0).Should().OnlyContain(r => r.ChurnProbability > 0, "the default has no such trap");
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public void From_WholeLogAsOfADay_EqualsTheLogThatExistedThen() =>
        Prop.ForAll(s_rows, Gen.Choose(0, 130).ToArbitrary(), (rows, day) =>
        {
            var asOf = s_start.PlusDays(day);
            var then = From(PurchaseLog.From(rows.Where(r => r.Day <= asOf)), asOf);
            var now = From(PurchaseLog.From(rows.Reverse()), asOf);
            now.Rows.Should().Equal(then.Rows);
            now.Basis.Should().BeEquivalentTo(then.Basis);
            now.Data.Should().Be(then.Data);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyRows_IsNeverWithoutANumberUnlessItWarns() =>
        Prop.ForAll(s_rows, rows =>
        {
            var figures = From(PurchaseLog.From(rows), s_start.PlusDays(150));
            figures.Rows.Should().HaveCount(rows.Where(r => r.Amount >= 0).Select(r => r.Customer).Distinct().Count());
            foreach (var row in figures.Rows)
            {
                (row.ChurnProbability is null or >= 0 and <= 1).Should().BeTrue();
                (row.ExpectedPurchases is null or >= 0).Should().BeTrue();
                (row.ChurnProbability is null).Should().Be(figures.Basis.Purchases is null);
                row.Segment.Should().NotBeNull();
                (row.OverdueSince is null || row.OverdueSince <= row.AsOf).Should().BeTrue();
            }

            if (figures.Basis.Purchases is null) figures.Basis.Warnings.Should().Contain(w => w.Code == "NoPurchaseModel" || w.Code == "NoPurchases");
            if (figures.Basis.Spend is null && figures.Rows.Count > 0) figures.Basis.Warnings.Should().Contain(w => w.Code == "MeanSpendUsed");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_ParametersOfAnEarlierRun_GivesTheSameFiguresWithoutAFit()
    {
        var rows = Regular(60);
        var first = From(PurchaseLog.From(rows), s_start.PlusDays(150));
        var run = new InsightRun(InsightRunId.New(s_now), first.AsOf, first.Currency, first.Data, first.Basis, null, s_now);
        var again = InsightComputation.From(PurchaseLog.From(rows), first.AsOf, new InsightOptions(), run, 0, default, s_now);
        again.ParametersOf.Should().Be(run.Id);
        again.Rows.Should().Equal(first.Rows, "parameters come back from the run as they were estimated");
        again.Basis.Purchases.Should().BeEquivalentTo(first.Basis.Purchases);
    }

    [Fact]
    public void From_NothingOneCustomerOrOneTimeBuyersAlone_IsExplained()
    {
        var empty = From(PurchaseLog.From([]), s_start);
        empty.Rows.Should().BeEmpty();
        empty.Basis.Warnings.Should().ContainSingle(w => w.Code == "NoPurchases");

        var one = From(PurchaseLog.From([new PurchaseRow(Key(1), s_start, 10)]), s_start.PlusDays(30)).Rows.Single();
        (one.ChurnProbability, one.LifetimeValue, one.NextPurchaseOn, one.OverdueSince, one.AverageSpend).Should().Be((null, null, null, null, null));
        (one.Spent, one.HistoricValue, one.Orders).Should().Be((10m, 10m, 1));

        var onceEach = From(PurchaseLog.From(Enumerable.Range(1, 50).Select(i => new PurchaseRow(Key(i), s_start.PlusDays(i), i))), s_start.PlusDays(90));
        onceEach.Rows.Should().HaveCount(50).And.OnlyContain(r => r.ChurnProbability == null && r.Segment != null);
        onceEach.Basis.Warnings.Select(w => w.Code).Should().Contain(["NoRepeatPurchases", "NoPurchaseModel", "MeanSpendUsed"]);
    }

    [Fact]
    [Trait("Check", "AN-02")]
    public void From_CustomerWhoIsLate_IsOverdueFromTheDayAfterItsInterval_AndAOneTimeBuyerIsNot()
    {
        var figures = From(PurchaseLog.From([.. Regular(60), new PurchaseRow(Key(999), s_start, 20)]), s_start.PlusDays(250));
        var overdue = figures.Rows.Where(r => r.OverdueSince is not null).ToList();
        overdue.Should().NotBeEmpty().And.OnlyContain(r => r.OverdueSince == r.NextPurchaseUntil!.Value.PlusDays(1) && r.Frequency > 0);
        figures.Rows.Single(r => r.Frequency == 0 && r.Spent == 20).OverdueSince.Should().BeNull("of its own intervals none is known");
    }

    [Theory]
    [InlineData("ChurnThreshold")]
    [InlineData("BatchSize")]
    [InlineData("RefitAfterDays")]
    [InlineData("HorizonDays")]
    [InlineData("NextPurchaseLevel")]
    [InlineData("FallbackPenalty")]
    public void Check_OptionOutOfRange_IsNamed(string option)
    {
        var options = new InsightOptions();
        var property = typeof(InsightOptions).GetProperty(option)!;
        property.SetValue(options, property.PropertyType == typeof(int) ? -1 : (object)double.NaN);
        options.Invoking(o => o.Check()).Should().Throw<ArgumentException>().WithMessage($"*{option}*");
    }

    private static InsightFigures From(PurchaseLog log, LocalDate asOf, InsightOptions? options = null) =>
        InsightComputation.From(log, asOf, options ?? new InsightOptions(), null, 0, default, s_now);

    // Buyers with gaps of their own who leave after a while; one third bought once.
    private static PurchaseRow[] Regular(int customers)
    {
        var random = new System.Random(5);
        return
        [
            .. from i in Enumerable.Range(1, customers)
               let gap = 5 + random.Next(25)
               from n in Enumerable.Range(0, i % 3 == 0 ? 1 : 2 + random.Next(8))
               let day = (i % 40) + (n * gap) + random.Next(4)
               where day <= 150
               select new PurchaseRow(Key(i), s_start.PlusDays(day), 10 + random.Next(50)),
        ];
    }

    private static PurchaseKey Key(int number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), number);
        return new Guid(bytes, bigEndian: true);
    }
}
