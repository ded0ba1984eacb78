using System.Collections.Concurrent;
using Crm.Domain.Automation;
using Crm.Domain.Customers;

namespace Crm.Persistence.Specification.Automation;

/// <summary>What the handler of a test's hosts was called for, and what it is told to do.</summary>
public sealed class HandlerLog
{
    private readonly ConcurrentQueue<RuleActionRun> _all = new();

    public IReadOnlyList<RuleActionRun> All => [.. _all];

    public Func<RuleActionRun, Task> OnCall { get; set; } = _ => Task.CompletedTask;

    public Task AddAsync(RuleActionRun run)
    {
        _all.Enqueue(run);
        return OnCall(run);
    }
}

/// <summary>Leaves a tag with the customer that names rule and event: an effect that can be counted.</summary>
public sealed class NotingRuleHandler(HandlerLog log, CustomerCare care) : IRuleHandler
{
    public string Key => "note";

    public async Task RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        if (run.Customer is { } customer && run.Values.Flag("quiet") != true)
        {
            (await care.TagAsync(CustomerId.From(customer.Id), $"{run.RuleKey} {run.Event.EventId:N}", null, cancellationToken)).WithoutValue().ThrowIfFailed();
        }

        await log.AddAsync(run);
    }
}
