using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/journeys.md says.</summary>
public sealed class JourneysGuideTests
{
    [Fact]
    [Trait("Check", "EM-04")]
    public async Task Journey_OfTheGuide_TakesNewCustomersOn()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: crm => crm.Services.AddScoped<IRecipientZones>(_ => new JourneysGuide.KnownZones(new Dictionary<CustomerId, DateTimeZone>())));
        (await JourneysGuide.PublishAsync(host.Get<Journeys>(), host.Get<ICrmUnitOfWork>())).Should().ContainSingle(e => e.StartsWith("$.steps[0].template"));
        (await host.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails("welcome", Channels.Email, "marketing"), new MessageTemplateContent(LanguageTag.Parse("en"), "Welcome") { Subject = "Welcome" })).WithoutValue().ThrowIfFailed();
        await host.SaveAsync();
        (await JourneysGuide.PublishAsync(host.Get<Journeys>(), host.Get<ICrmUnitOfWork>())).Should().BeEmpty();
        for (var i = 0; i < 5; i++)
        {
            await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName($"Anna {i}", "Rossi") });
        }

        await host.SaveAsync();
        while (await host.Get<IOutboxDispatcher>().DispatchAsync() + await host.Get<IJourneyRounds>().RunAsync() > 0)
        {
        }

        (await host.Get<JourneyRuns>().ListAsync()).Items.Should().HaveCount(5).And.OnlyContain(r => r.Step == "settle" || r.IsControl);
        (await JourneysGuide.ReportAsync(host.Get<JourneyReports>())).Should().StartWith("welcome ").And.EndWith("too early to say");
    }

    [Fact]
    public void Simulation_OfTheGuide_TellsWhatWouldBecome() => JourneysGuide.Simulate().Should().Equal(
        "2026-06-01T08:00:00Z: welcome Skipped", "2026-06-03T07:00:00Z: settle Done", "2026-06-03T10:00:00Z: ordered Yes", "2026-06-03T10:00:00Z: thanks Done");
}
