using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/automation.md.</summary>
internal static class AutomationGuide
{
    public static void Add(IServiceCollection services, string connectionString)
    {
        services.AddDbContext<CrmDbContext>(o => o.UseSqlite(connectionString));
        // docs: automation-services
        services.AddCrm(options =>
            {
                options.Automation.MaxDepth = 3;
                options.Automation.Rules.Add(new CodeRule("greet", new RuleDefinition(
                    "customers.customer-created",
                    new Condition("customer.kind", CriteriaOperators.Equal, "person"),
                    [RuleActionDefinition.Of("createTask", ("subject", "Say hello"), ("inHours", 24), ("team", "care"))])));
            })
            .AddRuleHandler<TellWarehouse>()
            .UseEntityFrameworkCore<CrmDbContext>();
        // docs: end
    }

    // docs: automation-check
    /// <summary>For a test of the host: what is wrong with its rules in code, which nobody saves.</summary>
    public static async Task<IReadOnlyList<CrmError>> WrongRulesAsync(AutomationRules rules, AutomationOptions options)
    {
        var wrong = new List<CrmError>();
        foreach (var rule in options.Rules)
        {
            wrong.AddRange((await rules.CheckAsync(rule.Definition, rule.Key)).Errors);
        }

        return wrong;
    }
    // docs: end

    // docs: automation-rule
    /// <summary>A burst pipe is urgent, and whoever has spent much is called within an hour.</summary>
    public const string BurstPipe = """
        {
          "event": "service.case-opened",
          "when": { "all": [
            { "field": "case.subject", "operator": "contains", "value": "burst" },
            { "field": "customer.purchases.sum", "operator": "greaterThan", "value": 500, "days": 365 } ] },
          "actions": [
            { "do": "setField", "field": "priority", "value": "urgent" },
            { "do": "createTask", "subject": "Call back", "inHours": 1, "assignee": "anna" },
            { "do": "addTag", "tag": "in trouble" } ]
        }
        """;
    // docs: end

    // docs: automation-save
    /// <summary>Tries a rule on what happened in the last month, saves it, and switches it on.</summary>
    public static async Task<RuleDryRun> IntroduceAsync(AutomationRules rules, RuleRuns runs, ICrmUnitOfWork unitOfWork, string json)
    {
        var definition = RuleDefinition.Parse(json).Value;
        var dry = (await runs.DryRunAsync(definition, days: 30)).Value;
        var saved = (await rules.CreateAsync("burst-pipe", "A pipe has burst", definition)).Value;   // saved.Warnings: RuleTriggersItself
        (await unitOfWork.SaveAsync()).ThrowIfFailed();
        (await rules.EnableAsync(saved.Rule.Key)).WithoutValue().ThrowIfFailed();
        (await unitOfWork.SaveAsync()).ThrowIfFailed();
        return dry;
    }
    // docs: end

    // docs: automation-parked
    /// <summary>Runs that were given up, to be tried again once the cause is repaired.</summary>
    public static async Task ReplayAsync(RuleRuns runs, ICrmUnitOfWork unitOfWork)
    {
        foreach (var parked in (await runs.ListAsync(new RuleRunCriteria { Status = RuleRunStatus.Parked })).Items)
        {
            (await runs.ReplayAsync(parked.EventId, parked.RuleId)).WithoutValue().ThrowIfFailed();
        }

        (await unitOfWork.SaveAsync()).ThrowIfFailed();
    }
    // docs: end

    // docs: automation-webhook
    /// <summary>Subscribes the ERP to orders and shows the secret that it needs, once.</summary>
    public static async Task<string> SubscribeAsync(Webhooks webhooks, ICrmUnitOfWork unitOfWork)
    {
        var made = (await webhooks.CreateAsync("erp", "https://erp.example.com/hooks/crm", ["orders.order-placed", "orders.order-cancelled"])).Value;
        (await unitOfWork.SaveAsync()).ThrowIfFailed();
        return made.Secret;
    }
    // docs: end

    // docs: automation-lead-time
    /// <summary>Whether the first answer to cases comes sooner since a change: four weeks before against four weeks after.</summary>
    public static async Task<bool> IsFasterSinceAsync(LeadTimes times, Instant changedAt)
    {
        var change = (await times.CompareAsync("case", changedAt, Duration.FromDays(28))).Value;
        var (before, after) = (change.Before.Steps[0].Total, change.After.Steps[0].Total);   // the first step: firstAnswer
        return after.Median < before.Median && after.Open * before.Begun <= before.Open * after.Begun;
    }
    // docs: end

    // docs: automation-receive
    /// <summary>At the receiver: the body byte for byte as it came, and the three headers.</summary>
    public static bool IsOurs(string secret, string id, string timestamp, string signature, string body, Instant now) =>
        WebhookSignature.Verify(secret, id, timestamp, signature, body, now);
    // docs: end
}

// docs: automation-handler
/// <summary>Rules call it by <c>{ "do": "call", "handler": "warehouse", "hall": "north" }</c>. It may be told twice.</summary>
public sealed class TellWarehouse(IMessageBus bus) : IRuleHandler
{
    public string Key => "warehouse";

    public Task RunAsync(RuleActionRun run, CancellationToken cancellationToken) =>
        bus.SendAsync(run.Event.EventId, run.Event.Name, new { Hall = run.Values.Text("hall"), Order = run.Subject?.Id }, cancellationToken);
}
// docs: end
