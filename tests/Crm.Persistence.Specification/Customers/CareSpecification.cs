using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Lifecycle, tags, preferences, specialist and onboarding, through front doors and back.</summary>
public abstract class CareSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "CM-14")]
    public async Task Lifecycle_Moved_IsStoredWithDatesAndShownInTheTimeline()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var start = host.Clock.Now;
        foreach (var stage in new[] { LifecycleStage.Active, LifecycleStage.AtRisk, LifecycleStage.Lost, LifecycleStage.WonBack })
        {
            host.Clock.Advance(Duration.FromDays(1));
            (await work.Care.MoveToAsync(id, stage, "because")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await work.Care.MoveToAsync(id, LifecycleStage.Prospect)).Errors.Single().Code.Should().Be("LifecycleTransitionNotAllowed");
        await using var again = host.Work();
        var found = (await again.Customers.FindAsync(id))!;
        found.StageAsOf(start + Duration.FromDays(2)).Should().Be(LifecycleStage.AtRisk);
        found.StageAsOf(start - Duration.FromDays(2)).Should().BeNull();
        found.Lifecycle.Select(c => c.ActorId).Should().AllBe("ada");
        (await again.History.TimelineAsync(found.ToSubject())).Items.Count(i => i.Kind == "lifecycle-stage-changed").Should().Be(4);
    }

    [SkippableFact]
    public async Task Tags_InUse_AreCountedAndFoundByTheirBeginning()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        foreach (var tags in new[] { new[] { "VIP", "Key account" }, ["vip"], ["100%_sure"] })
        {
            var id = await work.RegisterAsync();
            foreach (var tag in tags)
            {
                (await work.Care.TagAsync(id, tag)).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        (await work.Care.TagsAsync()).Should().Equal(new TagCount("vip", 2), new TagCount("100%_sure", 1), new TagCount("key account", 1));
        (await work.Care.TagsAsync("KEY")).Should().Equal(new TagCount("key account", 1));
        (await work.Care.TagsAsync("1%")).Should().BeEmpty();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Care.TagsAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Onboarding_LedThrough_ShowsItsProgress()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var begun = (await work.Onboarding.BeginAsync(id, new OnboardingTemplate("Welcome", [new("Call", 1), new("First delivery", 7)]))).Value;
        (await work.Care.AssignAsync(id, "ada", "Ada Agent", "north")).Succeeded.Should().BeTrue();
        (await work.Care.PreferAsync(id, "delivery", "morning", "call")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(3));
        await using var later = host.Work();
        var found = (await later.Onboarding.FindAsync((await later.Onboarding.OfAsync(id)).Single()))!;
        later.Onboarding.ProgressOf(found).Should().Be(new OnboardingProgress(2, 0, 0, 1, begun.Steps[0].DueOn));
        (await later.Onboarding.CompleteAsync(found.Id, 1, "reached")).Succeeded.Should().BeTrue();
        (await later.Onboarding.SkipAsync(found.Id, 2, "collected")).Succeeded.Should().BeTrue();
        await later.SaveAsync();
        found.CompletedAt.Should().Be(host.Clock.Now);
        found.Steps[0].SettledBy.Should().Be("ada");
        (await later.Onboarding.CompleteAsync(found.Id, 2)).Errors.Single().Code.Should().Be("OnboardingStepSettled");
        (await later.Onboarding.BeginAsync(CustomerId.New(host.Clock.Now), new OnboardingTemplate("W", [new("S", 1)]))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await later.Onboarding.BeginAsync(id, new OnboardingTemplate("W", []))).Errors.Single().Code.Should().Be("InvalidValue");
        (await later.History.TimelineAsync((await later.Customers.FindAsync(id))!.ToSubject())).Items.Select(i => i.Kind).Should().Contain(["onboarding-begun", "onboarding-step-settled"]);
    }
}
