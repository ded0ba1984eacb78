using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Several pipelines, each with stages of its own.</summary>
[Trait("Check", "SF-05")]
public abstract class PipelineSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Pipeline_SavedAndRead_IsTheSame()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var condition = Criterion.Parse("""{"field":"amount","operator":"greaterThan","value":500}""").Value;
        var definition = new PipelineDefinition("Projects",
        [
            new("idea", "Idea", StageCategory.Open)
            {
                Settings = new() { Probability = .1234m, Required = [OpportunityField.NextStep, OpportunityField.Amount], Condition = condition, MaxAge = Duration.FromDays(9), ForecastCategory = ForecastCategory.BestCase },
            },
            new("won", "Won", StageCategory.Won), new("lost", "Lost", StageCategory.Lost), new("dead", "Dead", StageCategory.Lost),
        ]);
        var id = (await work.Pipelines().CreateAsync(definition)).Value.Id;
        await work.SaveAsync();
        await using var other = host.Work();
        var read = (await other.Pipelines().FindAsync("Projects"))!;
        (read.Id, read.IsDefault, read.Stages.Count).Should().Be((id, true, 4));
        var idea = read.Stages[0];
        (idea.Probability, idea.ForecastCategory, idea.MaxAge, idea.Condition).Should().Be((.1234m, ForecastCategory.BestCase, Duration.FromDays(9), condition.ToJson()));
        idea.Required.Should().Equal(OpportunityField.Amount, OpportunityField.NextStep);
        (await other.Pipelines().ReorderAsync(id, ["idea", "won", "dead", "lost"])).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        await using var third = host.Work();
        (await third.Pipelines().ListAsync()).Single().Stages.Select(s => s.Key).Should().Equal("idea", "won", "dead", "lost");
    }

    [SkippableFact]
    public async Task Default_IsOne_AndGoesOver()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (first, second) = (await work.PipelineAsync(), await work.PipelineAsync("Partners"));
        (first.IsDefault, second.IsDefault).Should().Be((true, false));
        (await work.Pipelines().CreateAsync(PipelineDefinition.Standard)).Errors.Single().Code.Should().Be("PipelineNameTaken");
        (await work.Pipelines().MakeDefaultAsync(second.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var other = host.Work();
        (await other.Pipelines().FindAsync(name: null))!.Id.Should().Be(second.Id);
        (await other.Pipelines().ArchiveAsync(first.Id)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Deals().OpenAsync(new OpportunityDetails(await other.RegisterAsync(), "Late") { PipelineId = first.Id })).Errors.Single().Code.Should().Be("PipelineArchived");
    }

    [SkippableFact]
    public async Task StageInUse_IsRetired_NotRemoved_EvenWhereTheDealIsGoneOn()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var deal = await work.OpenDealAsync(await work.RegisterAsync());
        (await work.Pipelines().RemoveStageAsync(pipeline.Id, "qualification")).Errors.Single().Code.Should().Be("StageInUse");
        (await work.Deals().MoveAsync(deal.Id, "analysis")).Succeeded.Should().BeTrue();
        (await work.Pipelines().RemoveStageAsync(pipeline.Id, "analysis")).Errors.Single().Code.Should().Be("StageInUse", "a move that is not saved yet counts");
        await work.SaveAsync();
        (await work.Pipelines().RemoveStageAsync(pipeline.Id, "qualification")).Errors.Single().Code.Should().Be("StageInUse");
        (await work.Pipelines().RetireStageAsync(pipeline.Id, "qualification")).Succeeded.Should().BeTrue();
        (await work.Pipelines().RemoveStageAsync(pipeline.Id, "proposal")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Deals().MoveAsync(deal.Id, "qualification")).Errors.Single().Code.Should().Be("StageRetired");
        (await work.Deals().MoveAsync(deal.Id, "proposal")).Errors.Single().Code.Should().Be("StageNotInPipeline");
    }

    [SkippableFact]
    public async Task StageRemovedWhileADealEntersIt_OneOfThemLoses_AndNothingIsLost()
    {
        var host = await HostAsync();
        await using var setUp = host.Work();
        var pipeline = await setUp.PipelineAsync();
        var deal = await setUp.OpenDealAsync(await setUp.RegisterAsync());
        await using var seller = host.Work();
        await using var admin = host.Work();
        (await seller.Deals().MoveAsync(deal.Id, "proposal")).Succeeded.Should().BeTrue();
        (await admin.Pipelines().RemoveStageAsync(pipeline.Id, "proposal")).Succeeded.Should().BeTrue();
        (await admin.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await seller.UnitOfWork.SaveAsync()).Errors.Should().Contain(e => e.Code == "VersionConflict");
        await using var check = host.Work();
        (await check.Deals().FindAsync(deal.Id))!.Stage.Should().Be("qualification");
    }

    [SkippableFact]
    public async Task Condition_ThatDoesNotHold_LetsNobodyIn()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var big = Criterion.Parse("""{"field":"amount","operator":"greaterOrEqual","value":500}""").Value;
        (await work.Pipelines().ChangeStageAsync(pipeline.Id, "proposal", "Proposal", new StageSettings { Condition = Criterion.Parse("""{"field":"colour","operator":"equals","value":"red"}""").Value }))
            .Errors.Should().NotBeEmpty("there is no such field");
        (await work.Pipelines().ChangeStageAsync(pipeline.Id, "proposal", "Proposal", new StageSettings { Probability = .5m, Condition = big })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var customer = await work.RegisterAsync();
        var small = await work.OpenDealAsync(customer, 499);
        (await work.Deals().MoveAsync(small.Id, "proposal")).Errors.Single().Code.Should().Be("StageConditionNotMet");
        (await work.Get<OpportunityDesk>().ChangeAmountAsync(small.Id, Known.Eur(500))).Succeeded.Should().BeTrue();
        (await work.Deals().MoveAsync(small.Id, "proposal")).Succeeded.Should().BeTrue();
        (await work.Deals().OpenAsync(new OpportunityDetails(customer, "Small") { Amount = Known.Eur(1), Stage = "proposal" })).Errors.Single().Code.Should().Be("StageConditionNotMet");
    }
}
