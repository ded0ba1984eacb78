using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Figures of queues and agents: at this moment, and of a time that is over.</summary>
/// <remarks>Scoped service, for staff.</remarks>
[FrontDoor]
public sealed class QueueMetrics(IQueueMetricQueries queries, IWorkQueueStore queues, IQueueAgentStore agents, CrmActs acts)
{
    /// <summary>All queues at this moment, by position and name.</summary>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The queues, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<IReadOnlyList<QueueStatus>>> NowAsync(CancellationToken cancellationToken = default) => acts.MakeAsync<IReadOnlyList<QueueStatus>>(
        "service.read-queue-metrics",
        async now =>
        {
            var lengths = (await queries.LengthsAsync(now, cancellationToken).ConfigureAwait(false)).ToDictionary(l => l.QueueId);
            var loads = (await agents.LoadsAsync(null, cancellationToken).ConfigureAwait(false)).ToDictionary(a => a.UserId, StringComparer.Ordinal);
            return (await queues.ListAsync(null, cancellationToken).ConfigureAwait(false)).Select(queue =>
            {
                var length = lengths.GetValueOrDefault(queue.Id);
                var members = queue.Members.Select(m => loads.GetValueOrDefault(m.UserId)).OfType<AgentLoad>().ToList();
                var active = members.FindAll(a => a.Availability == AgentAvailability.Active);
                return new QueueStatus(
                    queue.Id, queue.Name, queue.IsOpen, length?.Waiting ?? 0, now - length?.WaitingSince, length?.Offered ?? 0, length?.Handling ?? 0,
                    active.Count(a => a.Units == 0), active.Count(a => a.Units > 0), members.Count(a => a.Availability == AgentAvailability.Away));
            }).ToList();
        },
        cancellationToken);

    /// <summary>What became of the contacts of a queue that began to wait in a window, by the queue's own bounds.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="from">Beginning of the window.</param>
    /// <param name="until">End of the window.</param>
    /// <param name="answerWithin">Another time of the service level than the queue's.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The totals, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>InvalidValue</c> where the window ends before it begins.</returns>
    public Task<CrmResult<ContactTotals>> TotalsAsync(
        WorkQueueId queueId, Instant from, Instant until, Duration? answerWithin = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ContactTotals>(
        "service.read-queue-metrics",
        async now =>
        {
            if (until < from)
            {
                return acts.Errors.InvalidValue(nameof(until), "A window ends after it begins.");
            }

            if (await queues.FindAsync(queueId, cancellationToken).ConfigureAwait(false) is not { } queue)
            {
                return acts.Errors.WorkQueueNotFound(queueId.ToString());
            }

            var window = new MetricsWindow(from, until) { AnswerWithin = answerWithin ?? queue.AnswerWithin, ShortAbandon = queue.ShortAbandon, AsOf = now };
            return await queries.TotalsAsync(queueId, window, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>How an agent, or all together, spent a time that is over. Work counts when it ended.</summary>
    /// <param name="userId">The agent; null for all.</param>
    /// <param name="from">Beginning of the window.</param>
    /// <param name="until">End of the window.</param>
    /// <param name="paid">Time that is paid for; signed in when null.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The sums, or <c>ActNotAllowed</c>, <c>QueueAgentNotFound</c>, <c>InvalidValue</c> where the window ends before it begins.</returns>
    public Task<CrmResult<AgentTime>> AgentTimeAsync(
        string? userId, Instant from, Instant until, Duration? paid = null, CancellationToken cancellationToken = default) => acts.MakeAsync<AgentTime>(
        "service.read-queue-metrics",
        async now =>
        {
            if (until < from)
            {
                return acts.Errors.InvalidValue(nameof(until), "A window ends after it begins.");
            }

            if (userId is not null && await agents.FindAsync(userId, cancellationToken).ConfigureAwait(false) is null)
            {
                return acts.Errors.QueueAgentNotFound(userId);
            }

            var periods = await queries.PeriodsAsync(userId, from, until, now, cancellationToken).ConfigureAwait(false);
            return AgentTime.Of(periods, from, until, await queries.HandlingAsync(userId, from, until, cancellationToken).ConfigureAwait(false), paid);
        },
        cancellationToken);
}
