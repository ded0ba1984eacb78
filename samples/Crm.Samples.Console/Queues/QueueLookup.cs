using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Queues;

/// <summary>Finds queues and work by what people type.</summary>
internal static class QueueLookup
{
    public const string Keys = "The queue's name or id.";

    public static async Task<WorkQueue> QueueAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var queues = session.Get<WorkQueues>();
        var found = WorkQueueId.TryParse(key, null, out var id) ? await queues.FindAsync(id, cancellationToken) : await queues.FindAsync(key, cancellationToken);
        return found.OrFail(session.Errors.WorkQueueNotFound(key));
    }

    public static WorkItemId ItemId(this CrmSession session, string key) =>
        WorkItemId.TryParse(key, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.WorkItemNotFound(key)]);

    public static IReadOnlyList<SkillLevel> Skills(string[]? texts, string option)
    {
        try
        {
            return [.. (texts ?? []).Select(SkillLevel.Parse)];
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw CommandFailure.Usage($"{option}: {wrong.Message.Split(" (Parameter")[0]}");
        }
    }

    public static object Document(WorkItem item) => new
    {
        item.Id, item.QueueId, item.Kind, item.State, item.CaseId, item.InteractionId, item.CustomerId, item.Topic, item.Priority, item.Demand, Agent = item.UserId,
        item.EnqueuedAt, item.OfferedUntil, item.AcceptedAt, item.EndedAt, item.Unassigned, WaitSeconds = item.WaitMilliseconds / 1000d,
        TalkSeconds = item.TalkMilliseconds / 1000d, HoldSeconds = item.HoldMilliseconds / 1000d, WrapUpSeconds = item.WrapUpMilliseconds / 1000d, item.Transfers, item.Version,
    };
}
