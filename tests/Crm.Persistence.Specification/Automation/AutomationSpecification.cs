using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Automation;

/// <summary>The words in which tests of rules and webhooks speak.</summary>
public abstract class AutomationSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    protected HandlerLog Calls { get; } = new();

    /// <summary>A host with the handler <c>note</c>, which leaves a tag with the customer and may be told to fail.</summary>
    protected Action<HostSetup> Handling(Action<CrmOptions>? options = null, Action<IServiceCollection>? services = null) => setup =>
    {
        setup.Services = s =>
        {
            s.AddSingleton(Calls);
            s.AddScoped<IRuleHandler, NotingRuleHandler>();
            services?.Invoke(s);
        };
        setup.Crm = options ?? (_ => { });
    };

    protected static RuleDefinition Rule(string json) => RuleDefinition.Parse(json).Value;

    /// <summary>A rule about new customers with one action.</summary>
    protected static RuleDefinition OnCreated(string action, string when = """{"all":[]}""") =>
        Rule($$"""{"event":"customers.customer-created","when":{{when}},"actions":[{{action}}]}""");

    protected static async Task<AutomationRule> RuleAsync<TContext>(CrmTestHost<TContext> host, string key, RuleDefinition definition, int position = 0, CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope);
        var rules = work.Get<AutomationRules>();
        var made = (await rules.CreateAsync(key, key, definition, position)).Value.Rule;
        await work.SaveAsync();
        (await rules.EnableAsync(key)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        return made;
    }

    protected static async Task<CustomerId> CustomerAsync<TContext>(CrmTestHost<TContext> host, string name = "Rossi", CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope);
        var customer = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", name) })).Value;
        await work.SaveAsync();
        return customer.Id;
    }

    /// <summary>Delivers until nothing is left to do now.</summary>
    protected static async Task DrainAsync<TContext>(CrmTestHost<TContext> host, CancellationToken cancellationToken = default)
        where TContext : DbContext, ICrmDbContext
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync(cancellationToken) > 0)
        {
        }
    }

    protected static Task<int> RetryAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext => host.Services.GetRequiredService<IAutomationRounds>().RetryRulesAsync();

    protected static Task<int> SendAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext => host.Services.GetRequiredService<IAutomationRounds>().SendWebhooksAsync();

    protected static async Task<IReadOnlyList<RuleRun>> RunsAsync<TContext>(CrmTestHost<TContext> host, string? key = null, CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope);
        return (await work.Get<RuleRuns>().ListAsync(new RuleRunCriteria { RuleKey = key }, new Domain.Primitives.PageRequest { Take = 1000 })).Items;
    }

    /// <summary>Lets the database look at its tables, so that it chooses as it would with many rows.</summary>
    protected static Task AnalyseAsync(CrmWork<SpecificationContext> work) => work.Context.Database.ExecuteSqlAsync($"analyze");

    protected static async Task<IReadOnlyList<string>> TagsAsync<TContext>(CrmTestHost<TContext> host, CustomerId id, CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope);
        return [.. (await work.Customers.FindAsync(id))!.Tags.Select(t => t.Name)];
    }
}
