using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>Queues, agents and work as the tests of the contact centre begin with.</summary>
internal static class CallCentre
{
    public static WorkQueues Queues<T>(this CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<WorkQueues>();

    public static QueueAgents Agents<T>(this CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<QueueAgents>();

    public static WorkDesk Work<T>(this CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<WorkDesk>();

    public static WorkRouter Router<T>(this CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<WorkRouter>();

    /// <summary>A queue whose members are active and saved.</summary>
    public static async Task<WorkQueueId> QueueAsync<T>(this CrmWork<T> work, string name, QueueSettings? settings, params (string UserId, AgentProfile Profile)[] agents)
        where T : DbContext, ICrmDbContext
    {
        var queue = (await work.Queues().CreateAsync(name, settings)).Value;
        foreach (var (userId, profile) in agents)
        {
            if (await work.Agents().FindAsync(userId) is null)
            {
                (await work.Agents().RegisterAsync(userId, profile)).ThrowIfFailed();
                (await work.Agents().BecomeAsync(userId, AgentAvailability.Active)).ThrowIfFailed();
            }

            (await work.Queues().JoinAsync(queue.Id, userId)).ThrowIfFailed();
        }

        await work.SaveAsync();
        return queue.Id;
    }

    /// <summary>A call that waits, not saved yet.</summary>
    public static async Task<WorkItem> CallAsync<T>(this CrmWork<T> work, WorkQueueId queue, CustomerId customer, WorkItemDetails? details = null)
        where T : DbContext, ICrmDbContext
    {
        var call = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "A question"))).Value;
        return (await work.Work().AddAsync(queue, (details ?? new WorkItemDetails()) with { Kind = details?.Kind == WorkItemKind.Callback ? WorkItemKind.Callback : WorkItemKind.Interaction, InteractionId = call.Id })).Value;
    }

    public static void ThrowIfFailed<T>(this Crm.Domain.Primitives.CrmResult<T> result)
        where T : notnull => result.WithoutValue().ThrowIfFailed();
}
