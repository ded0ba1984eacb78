using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Sales.StageCategory;
using static Crm.Domain.Tests.Sales.Deals;

namespace Crm.Domain.Tests.Sales;

public sealed class OpportunityTests
{
    private readonly Pipeline _pipeline = Standard();

    [Fact]
    [Trait("Check", "SF-08")]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Opportunity, StageCategory>(
        now => Open(_pipeline, now),
        o => o.Category,
        StageCategory.Open,
        new("move", o => o.CanMoveTo(_pipeline, Elsewhere(o)), (o, now) => o.MoveTo(_pipeline, Elsewhere(o), now), s => s == StageCategory.Open ? s : null),
        new("win", o => o.CanWin(_pipeline), (o, now) => o.Win(_pipeline, null, o.Amount, now), s => s == StageCategory.Open ? Won : null),
        new("lose", o => o.CanLose(_pipeline, Price), (o, now) => o.Lose(_pipeline, Price, null, null, o.Amount, now), s => s == StageCategory.Open ? Lost : null),
        new("reopen", o => o.CanReopen(_pipeline), (o, now) => o.Reopen(_pipeline, null, now), s => s == StageCategory.Open ? null : StageCategory.Open),
        new("amount", o => o.CanChangeAmount(), (o, now) => o.ChangeAmount(Eur(5), now), s => s == StageCategory.Open ? s : null),
        new("close date", o => o.CanExpectClose(), (o, now) => o.ExpectClose(new LocalDate(2026, 9, 1), now), s => s == StageCategory.Open ? s : null),
        new("estimate", o => o.CanEstimate(), (o, now) => o.Estimate(.33m, now), s => s == StageCategory.Open ? s : null),
        new("categorise", o => o.CanCategorise(), (o, now) => o.Categorise(ForecastCategory.Commit, now), s => s == StageCategory.Open ? s : null),
        new("next step", o => o.CanPlanNextStep(), (o, now) => o.PlanNextStep("Call", null, now), s => s == StageCategory.Open ? s : null));

    [Fact]
    [Trait("Check", "SF-05")]
    public void MoveTo_AStageOfAnotherPipeline_IsRefused()
    {
        var (deal, other) = (Open(_pipeline), new Pipeline(PipelineId.New(Now), PipelineDefinition.Standard with { Name = "Partners" }, Now));
        deal.CanMoveTo(other, "proposal").Code.Should().Be("StageOfAnotherPipeline", "even where a stage there has the same key");
        deal.CanWin(other).Code.Should().Be("StageOfAnotherPipeline");
        deal.CanMoveTo(_pipeline, "demo").Code.Should().Be("StageNotInPipeline");
        deal.CanMoveTo(_pipeline, "won").Code.Should().Be("StageClosesOpportunity");
        deal.CanMoveTo(_pipeline, "qualification").Code.Should().Be("OpportunityInStage");
        deal.Transfer(other, "analysis", Now);
        (deal.PipelineId, deal.Stage, deal.FurthestStage).Should().Be((other.Id, "analysis", "analysis"));
        deal.CanTransfer(other).Code.Should().Be("OpportunityInPipeline");
    }

    [Fact]
    [Trait("Check", "SF-05")]
    public void MoveTo_AStageThatRequiresFields_IsRefusedUntilTheyAreThere()
    {
        _pipeline.ChangeStage("proposal", "Proposal", new StageSettings { Required = [OpportunityField.Amount, OpportunityField.CloseDate, OpportunityField.DecisionMaker] }, Now);
        var deal = Open(_pipeline, amount: null);
        var refused = deal.CanMoveTo(_pipeline, "proposal");
        refused.Code.Should().Be("StageFieldsMissing");
        refused.ToError(CrmErrorDescriber.Default).Message.Should().Contain("Amount, Close date, Decision maker");
        deal.ChangeAmount(Eur(10), Now);
        deal.ExpectClose(new LocalDate(2026, 7, 1), Now);
        var person = CustomerId.New(Now);
        deal.AddContact(new BuyingContact(person, BuyingRole.User), Now);
        deal.CanMoveTo(_pipeline, "proposal").Code.Should().Be("StageFieldsMissing");
        deal.DescribeContact(new BuyingContact(person, BuyingRole.DecisionMaker), Now);
        deal.MoveTo(_pipeline, "proposal", Now);
        FluentActions.Invoking(() => Open(_pipeline, stage: "proposal")).Should().Throw<CrmRuleException>().Which.Code.Should().Be("StageFieldsMissing");
    }

    // The defect of three of the systems studied: the probability of an earlier stage stays after a change of stage.
    [Fact]
    [Trait("Check", "SF-05")]
    public void Probability_FollowsTheStage_UnlessSetByHand()
    {
        var deal = Open(_pipeline);
        deal.Probability.Should().Be(.1m);
        deal.MoveTo(_pipeline, "proposal", Now);
        deal.Probability.Should().Be(.5m, "the old probability does not stay");
        deal.Estimate(.65m, Now);
        deal.MoveTo(_pipeline, "negotiation", Now);
        (deal.Probability, deal.ManualProbability, deal.StageProbability).Should().Be((.65m, .65m, .8m));
        deal.Win(_pipeline, null, null, Now);
        (deal.Probability, deal.ManualProbability).Should().Be((1m, .65m));
        deal.Reopen(_pipeline, null, Now);
        deal.Probability.Should().Be(.65m);
        deal.Estimate(null, Now);
        deal.Probability.Should().Be(.8m);
        FluentActions.Invoking(() => deal.Estimate(1.01m, Now)).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Trait("Check", "SF-12")]
    public void Estimate_OfWhatTheStageSaysToTwoDecimals_IsNoJudgement()
    {
        var deal = Open(_pipeline);
        deal.Estimate(.1012m, Now);
        (deal.Probability, deal.ManualProbability).Should().Be((.1m, null));
        deal.MoveTo(_pipeline, "proposal", Now);
        deal.Probability.Should().Be(.5m, "it follows the stage");
        deal.Estimate(.1012m, Now);
        (deal.Probability, deal.ManualProbability).Should().Be((.1012m, .1012m));
        deal.Estimate(.4951m, Now);
        (deal.Probability, deal.ManualProbability).Should().Be((.5m, null), "what was set before is taken back");
    }

    [Fact]
    [Trait("Check", "SF-08")]
    public void Close_IsOnTheDayOfTheZone_AndCountsInItsMonth()
    {
        var (utc, auckland) = (Open(_pipeline), Open(_pipeline));
        var at = Instant.FromUtc(2026, 6, 30, 20, 0);
        utc.Win(_pipeline, null, null, at);
        auckland.Win(_pipeline, null, null, at, DateTimeZoneProviders.Tzdb["Pacific/Auckland"]);
        (utc.ClosedOn, auckland.ClosedOn).Should().Be((new LocalDate(2026, 6, 30), new LocalDate(2026, 7, 1)));
        (utc.Log[^1].Month, auckland.Log[^1].Month, auckland.Log[0].Month).Should().Be(((2026 * 12) + 5, (2026 * 12) + 6, null));
    }

    [Fact]
    [Trait("Check", "SF-08")]
    public void Lose_NeedsWordsWithOther_AndIsDatedByTheClock()
    {
        var deal = Open(_pipeline);
        var later = Now + Duration.FromDays(3);
        deal.CanLose(_pipeline, Other).Code.Should().Be("LossTextMissing");
        deal.CanLose(_pipeline, Other, "  ").Code.Should().Be("LossTextMissing");
        deal.Lose(_pipeline, Other, "They moved away", null, Eur(1_000), later);
        (deal.ClosedAt, deal.LossReason, deal.LossText, deal.Probability, deal.ForecastCategory, deal.CycleSeconds)
            .Should().Be((later, "other", "They moved away", 0m, ForecastCategory.Omitted, 3 * 86_400L));
        deal.CanWin(_pipeline).Code.Should().Be("OpportunityClosed");
        deal.CanChangeAmount().Code.Should().Be("OpportunityClosed");
    }

    [Fact]
    [Trait("Check", "SF-08")]
    public void Reopen_TakesBackEveryEffectOfClosing()
    {
        foreach (var isWon in new[] { true, false })
        {
            var deal = Open(_pipeline);
            deal.MoveTo(_pipeline, "negotiation", Now);
            deal.Categorise(ForecastCategory.BestCase, Now);
            object?[] before = State(deal);
            if (isWon)
            {
                deal.Win(_pipeline, null, Eur(990), Now);
                (deal.BaseAmount, deal.ForecastCategory, deal.Probability).Should().Be((Eur(990), ForecastCategory.Closed, 1m));
            }
            else
            {
                deal.Lose(_pipeline, Price, "Too dear", null, Eur(990), Now);
                (deal.BaseAmount, deal.ForecastCategory).Should().Be((Eur(990), ForecastCategory.Omitted));
            }

            deal.Reopen(_pipeline, null, Now);
            State(deal).Should().Equal(before);
            deal.CanReopen(_pipeline).Code.Should().Be("OpportunityNotClosed");
        }

        static object?[] State(Opportunity o) =>
            [o.Stage, o.Category, o.Probability, o.ForecastCategory, o.ForecastOverride, o.Amount, o.BaseAmount, o.ClosedAt, o.ClosedOn, o.CycleSeconds, o.LossReason, o.LossText, o.FurthestStage];
    }

    [Fact]
    [Trait("Check", "SF-07")]
    public void FurthestStage_IsWhereItDied()
    {
        var back = Open(_pipeline);
        back.MoveTo(_pipeline, "negotiation", Now);
        back.MoveTo(_pipeline, "analysis", Now);
        back.Lose(_pipeline, Price, null, null, null, Now);
        back.FurthestStage.Should().Be("negotiation", "going back does not undo what was reached");

        var atOnce = Open(_pipeline);
        atOnce.Lose(_pipeline, Price, null, null, null, Now);
        atOnce.FurthestStage.Should().Be("qualification", "lost at once is lost at the first stage");

        var wonThenLost = Open(_pipeline);
        wonThenLost.MoveTo(_pipeline, "proposal", Now);
        wonThenLost.Win(_pipeline, null, null, Now);
        wonThenLost.Reopen(_pipeline, null, Now);
        wonThenLost.Lose(_pipeline, Price, null, null, null, Now);
        wonThenLost.FurthestStage.Should().Be("proposal", "won and then lost is lost at the stage before winning");
    }

    [Fact]
    [Trait("Check", "SF-06")]
    public void Visits_HaveEntryAndDuration_EvenWhereAClockJumpsBack()
    {
        var deal = Open(_pipeline);
        deal.MoveTo(_pipeline, "analysis", Now + Duration.FromHours(2));
        deal.MoveTo(_pipeline, "proposal", Now + Duration.FromHours(1));
        deal.Win(_pipeline, null, null, Now + Duration.FromHours(5));
        deal.Visits.Select(v => (v.Stage, v.Seconds, v.Next)).Should().Equal(("qualification", 7_200L, "analysis"), ("analysis", 0L, "proposal"), ("proposal", 10_800L, "won"), ("won", null, null));
        deal.Visits[^1].StayAt(Now + Duration.FromHours(6)).Should().Be(Duration.FromHours(1));
    }

    [Fact]
    public void AsOf_AnyInstant_GivesTheStateThatHeldThen()
    {
        var deal = Open(_pipeline);
        Instant At(int hour) => Now + Duration.FromHours(hour);
        deal.ChangeAmount(new Money(2_000, Currency.Usd), At(1));
        deal.MoveTo(_pipeline, "proposal", At(2));
        deal.ExpectClose(new LocalDate(2026, 7, 1), At(3));
        deal.Assign("bob", null, At(4));
        deal.Win(_pipeline, null, Eur(1_850), At(5));
        deal.Reopen(_pipeline, null, At(6));
        deal.AsOf(Now - Duration.Epsilon).Should().BeNull();
        Enumerable.Range(0, 7).Select(h => deal.AsOf(At(h))!).Select(e => (e.Amount, e.Probability, e.CloseDate?.Month, e.OwnerId, e.Category, e.BaseAmount)).Should().Equal(
            (Eur(1_000), .1m, null, "ada", StageCategory.Open, null),
            (new Money(2_000, Currency.Usd), .1m, null, "ada", StageCategory.Open, null),
            (new Money(2_000, Currency.Usd), .5m, null, "ada", StageCategory.Open, null),
            (new Money(2_000, Currency.Usd), .5m, 7, "ada", StageCategory.Open, null),
            (new Money(2_000, Currency.Usd), .5m, 7, "bob", StageCategory.Open, null),
            (new Money(2_000, Currency.Usd), 1m, 7, "bob", Won, Eur(1_850)),
            (new Money(2_000, Currency.Usd), .5m, 7, "bob", StageCategory.Open, null));
        deal.Log.Zip(deal.Log.Skip(1)).Should().OnlyContain(p => p.First.Until == p.Second.At);
    }

    [Fact]
    public void Categorise_HoldsOverTheStage_AndNeverSaysClosed()
    {
        var deal = Open(_pipeline);
        deal.Categorise(ForecastCategory.Omitted, Now);
        deal.MoveTo(_pipeline, "negotiation", Now);
        (deal.ForecastCategory, deal.StageForecastCategory).Should().Be((ForecastCategory.Omitted, ForecastCategory.Commit));
        deal.Categorise(null, Now);
        deal.ForecastCategory.Should().Be(ForecastCategory.Commit);
        FluentActions.Invoking(() => deal.Categorise(ForecastCategory.Closed, Now)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Amount_Negative_IsRefusedAndChangesNothing()
    {
        var deal = Open(_pipeline);
        FluentActions.Invoking(() => deal.ChangeAmount(Eur(-1), Now)).Should().Throw<ArgumentException>();
        (deal.Amount, deal.Version).Should().Be((Eur(1_000), 1L));
        FluentActions.Invoking(() => Open(_pipeline, amount: -1)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void People_ComeOnce()
    {
        var (deal, person) = (Open(_pipeline), CustomerId.New(Now));
        deal.AddContact(new BuyingContact(person, BuyingRole.Buyer), Now);
        deal.CanAddContact(person).Code.Should().Be("OpportunityContactPresent");
        deal.RemoveContact(person, Now);
        deal.CanDescribeContact(person).Code.Should().Be("OpportunityContactNotFound");
        deal.AddCompetitor("Acme", "cheap", Now);
        deal.CanAddCompetitor("ACME").Code.Should().Be("CompetitorPresent");
        deal.RemoveCompetitor("acme", Now);
        deal.CanRemoveCompetitor("Acme").Code.Should().Be("CompetitorNotFound");
    }

    private static string Elsewhere(Opportunity deal) => deal.Stage == "proposal" ? "analysis" : "proposal";
}
