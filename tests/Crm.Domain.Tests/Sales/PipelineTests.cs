using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;
using static Crm.Domain.Tests.Sales.Deals;

namespace Crm.Domain.Tests.Sales;

[Trait("Check", "SF-05")]
public sealed class PipelineTests
{
    [Fact]
    public void Standard_StagesInOrder_WithTheirProbabilities() => Standard().Stages.Select(s => (s.Key, s.Position, s.Probability, s.ForecastCategory)).Should().Equal(
        ("qualification", 1, .1m, ForecastCategory.Pipeline),
        ("analysis", 2, .2m, ForecastCategory.Pipeline),
        ("proposal", 3, .5m, ForecastCategory.BestCase),
        ("negotiation", 4, .8m, ForecastCategory.Commit),
        ("won", 5, 1, ForecastCategory.Closed),
        ("lost", 6, 0, ForecastCategory.Omitted));

    [Fact]
    public void Pipeline_WithoutAnOpenAWonOrALostStage_OrWithAKeyTwice_IsRefused()
    {
        var all = PipelineDefinition.Standard.Stages;
        foreach (var category in Enum.GetValues<StageCategory>())
        {
            FluentActions.Invoking(() => new Pipeline(PipelineId.New(Now), new("Short", [.. all.Where(s => s.Category != category)]), Now)).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => new Pipeline(PipelineId.New(Now), new("Twice", [.. all, all[0]]), Now)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("far-too-long-far-too-long-far-too-long-ab")]
    public void Stage_KeyOutOfBounds_IsRefused(string key) =>
        FluentActions.Invoking(() => Standard().AddStage(new StageDefinition(key, "Stage", StageCategory.Open), null, Now)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0001)]
    [InlineData(0.12345)]
    public void Stage_ProbabilityOutOfBounds_IsRefusedAndChangesNothing(double probability)
    {
        var pipeline = Standard();
        FluentActions.Invoking(() => pipeline.ChangeStage("proposal", "Other", new StageSettings { Probability = (decimal)probability }, Now)).Should().Throw<ArgumentException>();
        (pipeline.Find("proposal")!.Name, pipeline.Find("proposal")!.Probability, pipeline.Version).Should().Be(("Proposal", .5m, 1L));
    }

    [Fact]
    public void WonAndLostStages_KeepTheirProbabilityAndCategory_WhateverIsSaid()
    {
        var pipeline = Standard();
        pipeline.ChangeStage("won", "Sold", new StageSettings { Probability = .3m, ForecastCategory = ForecastCategory.BestCase, MaxAge = Duration.FromDays(1) }, Now);
        (pipeline.Find("won")!.Name, pipeline.Find("won")!.Probability, pipeline.Find("won")!.ForecastCategory, pipeline.Find("won")!.MaxAge)
            .Should().Be(("Sold", 1m, ForecastCategory.Closed, null));
    }

    [Fact]
    public void AddStage_InTheMiddle_MovesTheLaterOnes()
    {
        var pipeline = Standard();
        pipeline.AddStage(new StageDefinition("demo", "Demo", StageCategory.Open), 2, Now);
        pipeline.Stages.Select(s => s.Key).Should().Equal("qualification", "demo", "analysis", "proposal", "negotiation", "won", "lost");
        pipeline.CanAddStage("demo").Code.Should().Be("StageAlreadyPresent");
        pipeline.RemoveStage("demo", isUsed: false, Now);
        pipeline.Stages.Select(s => s.Position).Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void RemoveStage_ThatIsUsed_IsRefused_AndRetiringIsNot()
    {
        var pipeline = Standard();
        pipeline.CanRemoveStage("proposal", isUsed: true).Code.Should().Be("StageInUse");
        pipeline.RetireStage("proposal", Now);
        pipeline.CanEnter("proposal").Code.Should().Be("StageRetired");
        pipeline.RestoreStage("proposal", Now);
        pipeline.CanEnter("proposal").IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void LastStageOfACategory_CanNeitherBeRetiredNorRemoved()
    {
        var pipeline = Standard();
        pipeline.CanRetireStage("won").Code.Should().Be("StageIsLastOfCategory");
        pipeline.CanRemoveStage("lost", isUsed: false).Code.Should().Be("StageIsLastOfCategory");
    }

    [Fact]
    public void Reorder_WithAStageMissingOrTwice_IsRefused()
    {
        var pipeline = Standard();
        pipeline.CanReorder(["won", "lost"]).Code.Should().Be("StageOrderIncomplete");
        pipeline.CanReorder(["won", "lost", "analysis", "proposal", "negotiation", "negotiation"]).Code.Should().Be("StageOrderIncomplete");
        pipeline.Reorder(["analysis", "qualification", "proposal", "negotiation", "won", "lost"], Now);
        pipeline.First(StageCategory.Open).Key.Should().Be("analysis");
    }

    [Fact]
    public void Default_CannotBeArchived_AndArchivedCannotBeDefault()
    {
        var pipeline = Standard();
        pipeline.BecomeDefault(Now);
        pipeline.CanArchive().Code.Should().Be("PipelineIsDefault");
        pipeline.CeaseDefault(Now);
        pipeline.Archive(Now);
        pipeline.CanBecomeDefault().Code.Should().Be("PipelineArchived");
        Opportunity.CanOpen(pipeline, "qualification").Code.Should().Be("PipelineArchived");
        pipeline.Restore(Now);
        Opportunity.CanOpen(pipeline, "qualification").Should().Be(CrmRuling.Permitted);
    }
}
