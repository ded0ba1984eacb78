using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Automation;
using Crm.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/automation.md promises.</summary>
public sealed class AutomationGuideTests
{
    [Fact]
    [Trait("Check", "XC-07")]
    public async Task Rule_IsTriedOnHistory_AndThenRunsForWhatHappens()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var customer = await CustomerAsync(host);
        host.Get<IProductStore>().Add(new Product(ProductId.New(host.Clock.Now), "BOILER", "Boiler", new Money(900, Currency.Eur), host.Clock.Now));
        await host.SaveAsync();
        (await host.Get<OrderBook>().PlaceAsync(new NewOrder(customer, [new NewOrderLine("BOILER", 1)]))).WithoutValue().ThrowIfFailed();
        var before = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(customer, "A pipe has burst"))).Value;
        await host.SaveAsync();
        var dry = await AutomationGuide.IntroduceAsync(host.Get<AutomationRules>(), host.Get<RuleRuns>(), host.Get<ICrmUnitOfWork>(), AutomationGuide.BurstPipe);
        (dry.Events, dry.Matched).Should().Be((1, 1));
        before.Priority.Should().Be(CasePriority.Normal);
        await host.DispatchAsync();

        (await host.Get<RuleRuns>().ListAsync()).Items.Should().ContainSingle(r => r.Status == RuleRunStatus.Done && r.Outcomes.Count == 3);
        await using var after = host.As(Crm.Domain.Access.Actor.Agent("bea"));
        (await after.ServiceProvider.GetRequiredService<ServiceDesk>().FindAsync(before.Id))!.Priority.Should().Be(CasePriority.Urgent);
    }

    [Fact]
    public async Task Services_OfTheGuide_StartAndRunTheRuleInCode()
    {
        using var folder = new TemporaryFolder();
        var services = new ServiceCollection().AddLogging().AddSingleton<IMessageBus, NoBus>();
        AutomationGuide.Add(services, $"Data Source={folder.File("guide.db")}");
        await using var provider = services.BuildServiceProvider();
        using var pools = new PoolsCleared();
        await using var scope = provider.GetRequiredService<Crm.Domain.Access.ICrmScopeFactory>().Create(new Crm.Domain.Access.CrmScope(Crm.Domain.Access.Actor.Agent("ada")));
        await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.EnsureCreatedAsync();
        (await AutomationGuide.WrongRulesAsync(scope.ServiceProvider.GetRequiredService<AutomationRules>(), scope.ServiceProvider.GetRequiredService<AutomationOptions>())).Should().BeEmpty();
        (await scope.ServiceProvider.GetRequiredService<AutomationRules>().ListAsync()).Should().ContainSingle(r => r.IsCode && r.Key == "greet");
        (await scope.ServiceProvider.GetRequiredService<AutomationRules>().CheckAsync(RuleDefinition.Parse("""{"event":"orders.order-placed","actions":[{"do":"call","handler":"warehouse","hall":"north"}]}""").Value)).Value.Should().BeEmpty();
    }

    [Fact]
    [Trait("Check", "XC-06")]
    public async Task Webhook_OfTheGuide_IsVerifiedByItsReceiver_AndParkedRunsAreReplayed()
    {
        var target = new Receiver();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: crm => crm.Services.AddSingleton<IWebhookSender>(target));
        var secret = await AutomationGuide.SubscribeAsync(host.Get<Webhooks>(), host.Get<ICrmUnitOfWork>());
        var customer = await CustomerAsync(host);
        host.Get<IProductStore>().Add(new Product(ProductId.New(host.Clock.Now), "CUP", "Cup", new Money(5, Currency.Eur), host.Clock.Now));
        await host.SaveAsync();
        (await host.Get<OrderBook>().PlaceAsync(new NewOrder(customer, [new NewOrderLine("CUP", 1)]))).WithoutValue().ThrowIfFailed();
        await host.SaveAsync();
        await host.DispatchAsync();
        (await host.Get<IAutomationRounds>().SendWebhooksAsync()).Should().Be(1);

        var got = target.Got.Should().ContainSingle().Which;
        AutomationGuide.IsOurs(secret, got.Id, got.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), got.Signatures, got.Body, host.Clock.Now).Should().BeTrue();
        AutomationGuide.IsOurs(secret, got.Id, got.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), got.Signatures, got.Body, host.Clock.Now + Duration.FromHours(1)).Should().BeFalse();
        await AutomationGuide.ReplayAsync(host.Get<RuleRuns>(), host.Get<ICrmUnitOfWork>());
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public async Task LeadTime_OfTheGuide_TellsThatAnswersComeSooner()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var (customer, changedAt) = (await CustomerAsync(host), host.Clock.Now + Duration.FromDays(28));
        foreach (var (day, minutes) in new[] { (1, 90), (2, 60), (30, 20), (31, 30) })
        {
            host.Clock.Now = changedAt - Duration.FromDays(28) + Duration.FromDays(day);
            var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(customer, "Broken"))).Value;
            await host.SaveAsync();
            host.Clock.Advance(Duration.FromMinutes(minutes));
            (await host.Get<ServiceDesk>().ReplyAsync(opened.Id, "We are at it")).WithoutValue().ThrowIfFailed();
            await host.SaveAsync();
        }

        host.Clock.Now = changedAt + Duration.FromDays(28);
        (await AutomationGuide.IsFasterSinceAsync(host.Get<LeadTimes>(), changedAt)).Should().BeTrue();
    }

    private static async Task<CustomerId> CustomerAsync(GuideHost<CrmDbContext> host)
    {
        var customer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
        await host.SaveAsync();
        return customer.Id;
    }

    /// <summary>Lets go of the file before its folder goes.</summary>
    private sealed class PoolsCleared : IDisposable
    {
        public void Dispose() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private sealed class NoBus : IMessageBus
    {
        public Task SendAsync(Guid id, string name, object body, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Receiver : IWebhookSender
    {
        public List<WebhookRequest> Got { get; } = [];

        public Task<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
        {
            Got.Add(request);
            return Task.FromResult(new WebhookResponse(200));
        }
    }
}
