using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/deadlines-and-escalation.md says.</summary>
public sealed class DeadlinesGuideTests
{
    [Fact]
    [Trait("Check", "SC-10")]
    [Trait("Check", "SC-11")]
    [Trait("Check", "SC-12")]
    public async Task Case_FromItsDeadlineToItsEscalation()
    {
        var pager = new Pager();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: crm => crm.Services.AddSingleton<DeadlinesGuide.IPager>(pager).AddScoped<IEscalationAction, DeadlinesGuide.PageOnCall>());
        await host.Get<ServiceCalendars>().CreateAsync("default", "Desk in Rome", ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build()));
        var terms = SlaPolicyTerms.ForAll(new SlaPromise { Resolution = SlaDuration.OfMinutes(240) }) with
        {
            Levels = [EscalationLevel.Warning, new() { Name = EscalationLevel.BreachName, At = EscalationMoment.Breach, Actions = [new(EscalationActionKind.Host, "page-on-call")] }],
        };
        var policy = (await host.Get<SlaPolicies>().CreateAsync(new SlaPolicyDetails("Usual"), terms, isDefault: true)).Value;
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();

        // Monday 10:00 in Rome.
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "Kettle leaks"))).Value;
        await host.Get<ServiceDesk>().AssignAsync(opened.Id, "ada");
        await host.SaveAsync();
        var start = host.Clock.Now;
        (await DeadlinesGuide.NearAsync(host.Get<ServiceDeadlines>(), "ada", start + Duration.FromHours(3))).Should().ContainSingle(d => d.Due == start + Duration.FromHours(5), "lunch is not counted");
        (await DeadlinesGuide.NearAsync(host.Get<ServiceDeadlines>(), "ada", start)).Should().BeEmpty();
        (await DeadlinesGuide.WatchAsync(host.Get<ServiceLevelMonitor>())).Should().Be(start + Duration.FromHours(4));

        host.Clock.Advance(Duration.FromHours(5));
        (await DeadlinesGuide.WatchAsync(host.Get<ServiceLevelMonitor>())).Should().BeNull("warning and breach are raised");
        await host.DispatchAsync();
        pager.Sent.Should().ContainSingle().Which.Should().StartWith($"{opened.Number}: Resolution was due");
        (await DeadlinesGuide.ExplainAsync(host.Get<ServiceDeadlines>(), opened.Id)).Should().Equal("Resolution: Running, 240 used, 0 left", "CaseOpened: Usual");

        await host.Get<SlaPolicies>().PublishAsync(policy.Id, terms with { Promises = SlaPolicyTerms.ForAll(new SlaPromise { Resolution = SlaDuration.OfMinutes(300) }).Promises });
        await host.SaveAsync();
        (await DeadlinesGuide.ReapplyAsync(host.Get<ServiceDeadlines>())).Should().Be("1 of 1 changed, 0 busy");
        (await DeadlinesGuide.WatchAsync(host.Get<ServiceLevelMonitor>())).Should().BeNull("the promise was broken once, and is not broken again");
        (await DeadlinesGuide.ExplainAsync(host.Get<ServiceDeadlines>(), opened.Id)).Should().Equal("Resolution: Running, 240 used, 60 left", "CaseOpened: Usual", "LevelsReapplied: Usual");
    }

    private sealed class Pager : DeadlinesGuide.IPager
    {
        public List<string> Sent { get; } = [];

        public Task SendAsync(Guid id, string text, CancellationToken cancellationToken)
        {
            Sent.Add(text);
            return Task.CompletedTask;
        }
    }
}
