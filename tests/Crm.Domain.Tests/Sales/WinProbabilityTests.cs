using Crm.Domain.Sales;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Sales;

/// <summary>Chances learned from won and lost deals.</summary>
[Trait("Check", "SF-12")]
public sealed class WinProbabilityTests
{
    private static readonly string[] s_stages = ["Lead", "Proposal", "Contract"];

    [Fact]
    public void Of_OneField_IsBayesReckonedByHand()
    {
        var model = new WinProbabilityModel([]);
        Learn(model, (3, true, Deal("it")), (1, true, Deal("es")), (2, false, Deal("it")), (6, false, Deal("es")));

        // 4 won and 8 lost; it: 3.1/4.2 of the won, 2.1/8.2 of the lost.
        var odds = 4.0 / 8 * (3.1 / 4.2) / (2.1 / 8.2);
        var chance = model.Of(Deal("it"))!;
        chance.Value.Should().BeApproximately(odds / (1 + odds), 1e-12);
        chance.Because.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = "country", Value = "it", Won = 3, Lost = 2 });
        (chance.PriorLogOdds + chance.Because.Sum(r => r.LogOdds)).Should().BeApproximately(Math.Log(odds), 1e-12, "the reasons add up to the answer");
    }

    [Fact]
    public void Of_Stages_WonDealsWentThroughAllAndLostOnesAsFarAsTheyCame()
    {
        var model = new WinProbabilityModel(s_stages);
        Learn(model, (10, true, Deal("it", "Lead")), (6, false, Deal("it", "Lead")), (3, false, Deal("it", "Proposal")), (1, false, Deal("it", "Contract")));

        var chances = s_stages.Select(s => model.Of(Deal("it", s))!).ToList();
        chances.Select(c => c.Because.First(r => r.Field == WinProbabilityModel.StageField)).Select(r => (r.Won, r.Lost)).Should().Equal((10, 10), (10, 4), (10, 1));
        chances.Select(c => c.Value).Should().BeInAscendingOrder();
        model.Of(Deal("it", stage: null))!.Value.Should().Be(0, "a deal in no stage has no chance");
    }

    [Fact]
    public void Of_Teams_LearnFromTheirOwnDealsAndDealsWithoutOneFromAll()
    {
        var model = new WinProbabilityModel([]);
        Learn(model, (9, true, Deal("it") with { Team = "north" }), (1, false, Deal("it") with { Team = "north" }), (1, true, Deal("it") with { Team = "south" }), (9, false, Deal("it") with { Team = "south" }), (5, true, Deal("it") with { Team = "lucky" }));

        model.Of(Deal("xx") with { Team = "north" })!.Value.Should().BeApproximately(0.9, 1e-12);
        model.Of(Deal("xx") with { Team = "south" })!.Value.Should().BeApproximately(0.1, 1e-12);
        model.Of(Deal("xx"))!.Value.Should().BeApproximately(0.6, 1e-12);
        model.Of(Deal("xx") with { Team = "lucky" }).Should().BeNull("it never lost a deal");
        model.Of(Deal("xx") with { Team = "new" }).Should().BeNull();
    }

    [Fact]
    public void Of_Tags_CountFromFiftyClosedDealsOn()
    {
        var model = new WinProbabilityModel([]);
        Learn(model, (40, true, Tagged("vip")), (9, false, Tagged("vip")), (10, true, Deal("it")), (60, false, Deal("it")));
        model.Of(Tagged("vip"))!.Because.Should().NotContain(r => r.Field == "tags");

        Learn(model, (1, false, Tagged("vip")));
        model.Of(Tagged("vip"))!.Because.Should().Contain(r => r.Field == "tags" && r.Won == 40 && r.Lost == 10 && r.LogOdds > 0);
    }

    [Fact]
    public void Of_NothingWonOrNothingLost_HasNoAnswer()
    {
        var model = new WinProbabilityModel([]);
        model.Of(Deal("it")).Should().BeNull();
        Learn(model, (5, true, Deal("it")));
        model.Of(Deal("it")).Should().BeNull();
        Learn(model, (1, false, Deal("it")));
        model.Of(Deal("it")).Should().NotBeNull();
    }

    [Fact]
    public void Remove_ReopenedDeals_IsAsIfTheyHadNeverClosed() => Prop.ForAll(Deals().ToArbitrary(), Deals().ToArbitrary(), (kept, reopened) =>
    {
        var (incremental, rebuilt) = (new WinProbabilityModel(s_stages), new WinProbabilityModel(s_stages));
        foreach (var (deal, won) in reopened.Concat(kept))
        {
            incremental.Add(deal, won);
        }

        foreach (var (deal, won) in reopened)
        {
            incremental.Remove(deal, won);
        }

        foreach (var (deal, won) in kept.AsEnumerable().Reverse())
        {
            rebuilt.Add(deal, won);
        }

        return kept.Concat(reopened).All(d => Equals(incremental.Of(d.Deal)?.Value, rebuilt.Of(d.Deal)?.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_TraitsThatSayTheSameTwice_TakesTheOverconfidenceBack()
    {
        var random = new Random(7);
        List<(DealTraits Deal, bool Won)> closed = [.. Enumerable.Range(0, 4_000).Select(_ =>
        {
            var good = random.Next(2) == 0;
            var fields = Enumerable.Range(0, 5).ToDictionary(i => $"copy {i}", _ => good ? "yes" : "no");
            return (new DealTraits { Fields = fields }, random.NextDouble() < (good ? 0.7 : 0.3));
        })];
        var model = new WinProbabilityModel([]);
        closed.ForEach(c => model.Add(c.Deal, c.Won));

        var sure = closed.First(c => c.Deal.Fields["copy 0"] == "yes").Deal;
        model.Of(sure)!.Value.Should().BeGreaterThan(0.95, "naive Bayes counts one fact five times");
        var calibration = WinCalibration.Fit(model, closed)!;
        calibration.Slope.Should().BeInRange(0.15, 0.25);
        model.Of(sure, calibration)!.Value.Should().BeApproximately(0.7, 0.03);
    }

    [Fact]
    public void Fit_TraitsThatSayNothing_GivesTheShareOfWonDeals()
    {
        var random = new Random(11);
        List<(DealTraits Deal, bool Won)> closed = [.. Enumerable.Range(0, 400).Select(i => (Deal($"c{random.Next(200)}"), random.NextDouble() < 0.25))];
        var model = new WinProbabilityModel([]);
        closed.ForEach(c => model.Add(c.Deal, c.Won));

        var share = closed.Average(c => c.Won ? 1.0 : 0);
        closed.Average(c => model.Of(c.Deal, WinCalibration.Fit(model, closed))!.Value).Should().BeApproximately(share, 0.02);
        WinCalibration.Fit(new WinProbabilityModel([]), []).Should().BeNull();
    }

    [Fact]
    public void Scores_KnownChances_AreReckonedByHand()
    {
        var scores = WinProbabilityScores.Of([(0.9, true), (0.8, false), (0.8, true), (0.1, false)]);

        scores.Auc.Should().Be(3.5 / 4);
        scores.Brier.Should().BeApproximately((0.01 + 0.64 + 0.04 + 0.01) / 4, 1e-12);
        scores.Calibration.Select(b => (b.From, b.Deals, b.Won)).Should().Equal((0.1, 1, 0), (0.8, 2, 0.5), (0.9, 1, 1));
        WinProbabilityScores.Of([]).Should().BeEquivalentTo(new { Deals = 0, Auc = (double?)null, Brier = (double?)null });
    }

    [Fact]
    public void Model_BadOptions_AreRefused()
    {
        FluentActions.Invoking(() => new WinProbabilityModel(["a", "a"])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new WinProbabilityModel([], new WinProbabilityOptions { Smoothing = 0 })).Should().Throw<ArgumentException>();
    }

    private static DealTraits Deal(string country, string? stage = "Lead") => new() { Stage = stage, Fields = new Dictionary<string, string> { ["country"] = country } };

    private static DealTraits Tagged(string tag) => Deal("it") with { Tags = new Dictionary<string, IReadOnlyCollection<string>> { ["tags"] = [tag, tag] } };

    private static void Learn(WinProbabilityModel model, params (int Times, bool Won, DealTraits Deal)[] deals)
    {
        foreach (var (times, won, deal) in deals)
        {
            for (var i = 0; i < times; i++)
            {
                model.Add(deal, won);
            }
        }
    }

    private static Gen<List<(DealTraits Deal, bool Won)>> Deals()
    {
        var deal =
            from country in Gen.Elements("it", "es", "")
            from stage in Gen.Elements(null, "Lead", "Proposal", "Contract", "Elsewhere")
            from team in Gen.Elements(null, "north", "south")
            from tag in Gen.Elements("a", "b")
            from won in Gen.Elements(true, false)
            select (Tagged(tag) with { Team = team, Stage = stage, Fields = new Dictionary<string, string> { ["country"] = country } }, won);
        return from count in Gen.Choose(0, 20) from deals in deal.ArrayOf(count) select deals.ToList();
    }
}
