using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/deadlines-and-escalation.md.</summary>
internal static class DeadlinesGuide
{
    // docs: deadlines-explain
    /// <summary>Where a case stands with each of its targets, in minutes.</summary>
    public static async Task<List<string>> ExplainAsync(ServiceDeadlines deadlines, ServiceCaseId caseId)
    {
        var explained = (await deadlines.ExplainAsync(caseId))!;
        return
        [
            .. explained.Timeline.Claims.Select(c => $"{c.Target}: {c.Status}, {c.Used.TotalMinutes} used, {c.Left.TotalMinutes} left"),
            .. explained.Changes.Select(c => $"{c.Reason}: {c.After?.PolicyName ?? "nothing"}"),
        ];
    }
    // docs: end

    // docs: deadlines-near
    /// <summary>What an agent has to see to within the next two hours.</summary>
    public static async Task<IReadOnlyList<DeadlineSummary>> NearAsync(ServiceDeadlines deadlines, string agent, Instant now) =>
        (await deadlines.ListAsync(new DeadlineCriteria { AssigneeId = agent, Until = now + Duration.FromHours(2) })).Items;
    // docs: end

    // docs: deadlines-schedule
    /// <summary>Raises what has come, and says when to call again; null when only something that happens to a case can make a level come.</summary>
    public static async Task<Instant?> WatchAsync(ServiceLevelMonitor monitor)
    {
        while ((await monitor.RaiseDueAsync()).Value.Count > 0)
        {
        }

        return await monitor.NextDueAsync();
    }
    // docs: end

    // docs: deadlines-reapply
    /// <summary>Brings open cases in line with what was published.</summary>
    public static async Task<string> ReapplyAsync(ServiceDeadlines deadlines)
    {
        var done = (await deadlines.ReapplyAsync()).Value;
        return $"{done.Changed} of {done.Cases} changed, {done.Busy.Count} busy";
    }
    // docs: end

    // docs: deadlines-action
    /// <summary>Pages whoever is on call. Tried again when it throws; the delivery's id lets the pager know it again.</summary>
    public sealed class PageOnCall(IPager pager) : IEscalationAction
    {
        public string Key => "page-on-call";

        public Task RunAsync(EscalationDue due, CrmDelivery delivery, CancellationToken cancellationToken) =>
            pager.SendAsync(delivery.EventId, $"{due.Alarm.Number}: {due.Alarm.Target} was due {due.Alarm.Due}", cancellationToken);
    }
    // docs: end

    /// <summary>What the host pages with.</summary>
    public interface IPager
    {
        Task SendAsync(Guid id, string text, CancellationToken cancellationToken);
    }
}
