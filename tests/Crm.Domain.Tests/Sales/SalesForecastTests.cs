using Crm.Domain.Sales;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Sales;

/// <summary>Forecasts from logs, reckoned by hand.</summary>
public sealed class SalesForecastTests
{
    private static readonly ForecastStage[] s_stages =
    [
        new("Lead", StageCategory.Open, 0.1),
        new("Proposal", StageCategory.Open, 0.5, ForecastCategory.BestCase),
        new("Contract", StageCategory.Open, 0.8, ForecastCategory.Commit),
        new("Won", StageCategory.Won, 1),
        new("Lost", StageCategory.Lost, 0),
    ];

    [Fact]
    [Trait("Check", "SF-09")]
    public void AsOf_OpenWonAndLost_CountsOpenByChanceWonInFullAndLostAsNothing()
    {
        var forecast = SalesForecast.AsOf(
            [
                Deal("open", Entered(1, "Lead", 1_000, new LocalDate(2026, 3, 31))),
                Deal("won", Entered(1, "Lead", 2_000, new LocalDate(2026, 3, 31)), new DealChange(Day(40)) { Stage = "Won" }),
                Deal("lost", Entered(1, "Lead", 4_000, new LocalDate(2026, 3, 31)), new DealChange(Day(70)) { Stage = "Lost" }),
            ],
            s_stages,
            Day(90));

        forecast.Rows.Select(r => (r.Period.ToString(), r.Figures.Weighted, r.Figures.Won, r.Figures.Lost, r.Figures.Expected)).Should().Equal(
            ("2026-02", 0, 2_000, 0, 2_000), ("2026-03", 100, 0, 4_000, 100));
    }

    [Fact]
    [Trait("Check", "SF-09")]
    public void AsOf_StageChanges_FollowsTheStageUnlessTheChanceWasSetByHand()
    {
        DealHistory[] deals =
        [
            Deal("follows", Entered(1, "Lead", 1_000, new LocalDate(2026, 3, 1)), new DealChange(Day(10)) { Stage = "Proposal" }),
            Deal("by hand", Entered(1, "Lead", 1_000, new LocalDate(2026, 4, 1)), new DealChange(Day(5)) { Probability = new(0.3) }, new DealChange(Day(10)) { Stage = "Proposal" }),
            Deal("no judgement", Entered(1, "Lead", 1_000, new LocalDate(2026, 5, 1)), new DealChange(Day(5)) { Probability = new(0.1) }, new DealChange(Day(10)) { Stage = "Proposal" }),
            Deal("taken back", Entered(1, "Lead", 1_000, new LocalDate(2026, 6, 1)), new DealChange(Day(5)) { Probability = new(0.3) }, new DealChange(Day(10)) { Stage = "Proposal", Probability = new(null) }),
        ];

        SalesForecast.AsOf(deals, s_stages, Day(20)).Rows.Select(r => r.Figures.Weighted).Should().Equal(500, 300, 500, 500);
    }

    [Fact]
    [Trait("Check", "SF-10")]
    public void AsOf_PastInstant_IsWhatWasReportedThen()
    {
        var deal = Deal("a", Entered(1, "Lead", 1_000, new LocalDate(2026, 3, 1)), new DealChange(Day(30)) { Stage = "Contract", Amount = new(900) }, new DealChange(Day(60)) { Stage = "Lost" });

        SalesForecast.AsOf([deal], s_stages, Day(1) - Duration.Epsilon).Rows.Should().BeEmpty("it did not exist");
        SalesForecast.AsOf([deal], s_stages, Day(1)).Rows[0].Figures.Weighted.Should().Be(100);
        SalesForecast.AsOf([deal], s_stages, Day(30)).Rows[0].Figures.Weighted.Should().Be(720);
        SalesForecast.AsOf([deal], s_stages, Day(60)).Rows[0].Figures.Should().Be(new ForecastFigures { LostDeals = 1, Lost = 900 });
    }

    [Fact]
    [Trait("Check", "SF-10")]
    public void AsOf_LogThatGrewSince_AnswersForThePastAsBefore() => Prop.ForAll(
        Logs().ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (deals, day) =>
        {
            var then = deals.Select(d => d with { Changes = [.. d.Changes.Where(c => c.At <= Day(day))] }).Where(d => d.Changes.Count > 0);
            return SalesForecast.AsOf(deals, s_stages, Day(day)).Should().BeEquivalentTo(SalesForecast.AsOf(then, s_stages, Day(day)), o => o.WithStrictOrdering()) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Check", "SF-09")]
    public void AsOf_AnyLogs_SumsByOwnerAndCategoryAgree() => Prop.ForAll(Logs().ToArbitrary(), deals =>
    {
        var forecast = SalesForecast.AsOf(deals, s_stages, Day(60));
        foreach (var row in forecast.Rows)
        {
            row.ByOwner.Values.Aggregate((one, other) => one + other).Should().Be(row.Figures);
            (row.Figures.Pipeline + row.Figures.BestCase + row.Figures.Commit + row.Figures.Omitted).Should().Be(row.Figures.Open);
            row.Figures.Weighted.Should().BeInRange(0, row.Figures.Open);
        }

        return forecast.Rows.Sum(r => r.Figures.OpenDeals + r.Figures.WonDeals + r.Figures.LostDeals) + forecast.Undated.Sum(u => u.Figures.OpenDeals) == deals.Count
            && forecast.Funnel.Zip(forecast.Funnel.Skip(1)).All(f => f.First.Reached >= f.Second.Reached && f.First.Won >= f.Second.Won)
            && forecast.Funnel[0].Reached == deals.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Check", "SF-07")]
    public void AsOf_Funnel_CountsALostDealWhereItGotTo()
    {
        var forecast = SalesForecast.AsOf(
            [
                Deal("back and lost", Entered(1, "Lead"), new DealChange(Day(2)) { Stage = "Contract" }, new DealChange(Day(3)) { Stage = "Lead" }, new DealChange(Day(4)) { Stage = "Lost" }),
                Deal("created lost", Entered(1, "Lost")),
                Deal("won, then lost", Entered(1, "Proposal"), new DealChange(Day(2)) { Stage = "Won" }, new DealChange(Day(3)) { Stage = "Lost" }),
                Deal("won", Entered(1, "Proposal"), new DealChange(Day(2)) { Stage = "Won" }),
            ],
            s_stages,
            Day(9));

        forecast.Funnel.Select(f => (f.Name, f.Reached, f.Won)).Should().Equal(("Lead", 4, 1), ("Proposal", 3, 1), ("Contract", 1, 0));
    }

    [Fact]
    [Trait("Check", "SF-08")]
    public void AsOf_ReopenedDeal_IsOpenAgainWithItsChanceAndDay()
    {
        var deal = Deal("a", Entered(1, "Proposal", 1_000, new LocalDate(2026, 3, 1)), new DealChange(Day(2)) { Stage = "Lost" }, new DealChange(Day(3)) { Stage = "Proposal" });

        var row = SalesForecast.AsOf([deal], s_stages, Day(4)).Rows.Should().ContainSingle().Subject;
        (row.Period.ToString(), row.Figures.Weighted, row.Figures.Lost).Should().Be(("2026-03", 500, 0));
    }

    [Fact]
    [Trait("Check", "SF-09")]
    public void AsOf_SeveralCurrenciesAndNoDay_AddsNothingThatDoesNotBelongTogether()
    {
        var forecast = SalesForecast.AsOf(
            [
                Deal("a", Entered(1, "Proposal", 1_000, new LocalDate(2026, 3, 1))),
                Deal("b", Entered(1, "Proposal", 500, new LocalDate(2026, 3, 1))) with { Currency = Currency.Usd },
                Deal("c", Entered(1, "Proposal", 700)) with { Currency = Currency.Usd },
            ],
            s_stages,
            Day(2),
            new ForecastOptions { Length = ForecastPeriodLength.Quarter });

        forecast.Rows.Select(r => (r.Period.ToString(), r.Currency.Code, r.Figures.Open)).Should().Equal(("2026-Q1", "EUR", 1_000), ("2026-Q1", "USD", 500));
        forecast.Undated.Select(u => (u.Currency.Code, u.Figures.OpenDeals, u.Figures.Weighted)).Should().Equal(("USD", 1, 350));
    }

    [Fact]
    [Trait("Check", "SF-11")]
    public void AsOf_Categories_AreTheStagesUnlessSetByHand()
    {
        var row = SalesForecast.AsOf(
            [
                Deal("a", Entered(1, "Proposal", 10, new LocalDate(2026, 3, 1))),
                Deal("b", Entered(1, "Lead", 20, new LocalDate(2026, 3, 1)), new DealChange(Day(2)) { Category = new(ForecastCategory.Commit) }),
                Deal("c", Entered(1, "Lead", 40, new LocalDate(2026, 3, 1)), new DealChange(Day(2)) { Category = new(ForecastCategory.Omitted) }),
                Deal("d", Entered(1, "Lead", 80, new LocalDate(2026, 3, 1)), new DealChange(Day(65)) { Stage = "Won" }),
            ],
            s_stages,
            Day(70)).Rows.Should().ContainSingle().Subject.Figures;

        Enum.GetValues<ForecastCategory>().Select(row.In).Should().Equal(0, 10, 20, 80, 40);
        row.AtLeast(ForecastCategory.Pipeline).Should().Be(110, "what is omitted is not forecast");
    }

    [Fact]
    public void AsOf_ClosingAtMidnight_FallsIntoThePeriodOfTheZone()
    {
        var deal = Deal("a", Entered(1, "Lead", 5), new DealChange(Instant.FromUtc(2026, 3, 31, 22, 30)) { Stage = "Won" });
        var rome = new ForecastOptions { Zone = DateTimeZoneProviders.Tzdb["Europe/Rome"] };

        SalesForecast.AsOf([deal], s_stages, Day(120)).Rows[0].Period.ToString().Should().Be("2026-03");
        SalesForecast.AsOf([deal], s_stages, Day(120), rome).Rows[0].Period.ToString().Should().Be("2026-04");
    }

    [Fact]
    public void AsOf_BadInput_NamesTheDeal()
    {
        FluentActions.Invoking(() => SalesForecast.AsOf([Deal("a", Entered(1, "Nowhere"))], s_stages, Day(2))).Should().Throw<ArgumentException>().WithMessage("*Deal a*Nowhere*");
        FluentActions.Invoking(() => SalesForecast.AsOf([Deal("b", new DealChange(Day(1)) { Amount = new(1) })], s_stages, Day(2))).Should().Throw<ArgumentException>().WithMessage("*Deal b*");
        FluentActions.Invoking(() => SalesForecast.AsOf([Deal("c", Entered(1, "Lead") with { Probability = new(double.NaN) })], s_stages, Day(2))).Should().Throw<ArgumentException>().WithMessage("*Deal c*");
        FluentActions.Invoking(() => SalesForecast.AsOf([], [.. s_stages, s_stages[0]], Day(2))).Should().Throw<ArgumentException>();
        SalesForecast.AsOf([], [], Day(2)).Rows.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-07", "2026-07-01")]
    [InlineData("2026-Q3", "2026-07-01")]
    [InlineData("0001-12", "0001-12-01")]
    [InlineData("2026-13", null)]
    [InlineData("2026-Q5", null)]
    [InlineData("2026-Q0", null)]
    [InlineData("0000-01", null)]
    [InlineData("2026-7", null)]
    [InlineData("2026/07", null)]
    [InlineData("+026-07", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void PeriodTryParse_ReadsWhatToStringWrites(string? text, string? start)
    {
        ForecastPeriod.TryParse(text, out var period).Should().Be(start is not null);
        (start is null ? null : NodaTime.Text.LocalDatePattern.Iso.Format(period.Start)).Should().Be(start);
        (start is null || period.ToString() == text).Should().BeTrue();
    }

    internal static Instant Day(int day) => Instant.FromUtc(2026, 1, 1, 9, 0) + Duration.FromDays(day - 1);

    internal static DealHistory Deal(string id, params DealChange[] changes) => new(id, Currency.Eur, changes) { Owner = "ana" };

    internal static DealChange Entered(int day, string stage, decimal? amount = null, LocalDate? close = null) => new(Day(day))
    {
        Stage = stage,
        Amount = amount is { } a ? new ChangedTo<decimal>(a) : null,
        CloseDate = close is { } c ? new ChangedTo<LocalDate>(c) : null,
    };

    private static Gen<List<DealHistory>> Logs()
    {
        var change =
            from day in Gen.Choose(1, 60)
            from stage in Gen.Elements(null, "Lead", "Proposal", "Contract", "Won", "Lost")
            from owner in Gen.Elements(null, null, "ana", "ben")
            from amount in Gen.Elements<decimal?>(null, 0, 100, 250.5m)
            from chance in Gen.Elements<double?>(null, null, 0.25, 1)
            from month in Gen.Choose(0, 4)
            select new DealChange(Day(day))
            {
                Stage = stage, Owner = owner, Amount = amount is { } a ? new ChangedTo<decimal>(a) : null, Probability = chance is { } p ? new ChangedTo<double>(p) : null,
                CloseDate = month == 0 ? null : new ChangedTo<LocalDate>(new LocalDate(2026, month, 15)),
            };
        var deal =
            from count in Gen.Choose(0, 8)
            from changes in change.ArrayOf(count)
            from currency in Gen.Elements(Currency.Eur, Currency.Usd)
            select new DealHistory("d", currency, [Entered(1, "Lead"), .. changes.OrderBy(c => c.At)]);
        return from count in Gen.Choose(1, 12) from deals in deal.ArrayOf(count) select deals.ToList();
    }
}
