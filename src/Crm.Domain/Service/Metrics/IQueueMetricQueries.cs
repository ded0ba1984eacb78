using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Reads figures of queues and agents without tracking.</summary>
public interface IQueueMetricQueries
{
    /// <summary>Counts the contacts of queues in the database, as <see cref="ContactTotals.Of"/> counts their records.</summary>
    /// <param name="queueId">The queue; null for all.</param>
    /// <param name="window">Which contacts count, and by which bounds.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The totals.</returns>
    Task<ContactTotals> TotalsAsync(WorkQueueId? queueId, MetricsWindow window, CancellationToken cancellationToken);

    /// <summary>Reads contacts one by one, in the order of their queueing.</summary>
    /// <param name="queueId">The queue; null for all.</param>
    /// <param name="from">Contacts that began to wait at this instant or later.</param>
    /// <param name="until">Contacts that began to wait before this instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The contacts.</returns>
    IAsyncEnumerable<ContactRecord> RecordsAsync(WorkQueueId? queueId, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>What is in all queues at this moment.</summary>
    /// <param name="now">The current instant; what is promised for later does not wait yet.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queues that hold anything.</returns>
    Task<IReadOnlyList<QueueLength>> LengthsAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>What an agent spent on work that ended in a window.</summary>
    /// <param name="userId">The agent; null for all.</param>
    /// <param name="from">Beginning of the window.</param>
    /// <param name="until">End of the window.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Talk, hold and wrap-up together.</returns>
    Task<Duration> HandlingAsync(string? userId, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>When an agent was active or away, as far as it touches a window; what still lasts ends now.</summary>
    /// <param name="userId">The agent; null for all.</param>
    /// <param name="from">Beginning of the window.</param>
    /// <param name="until">End of the window.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The periods.</returns>
    Task<IReadOnlyList<(AgentAvailability Availability, Instant From, Instant Until)>> PeriodsAsync(
        string? userId, Instant from, Instant until, Instant now, CancellationToken cancellationToken);
}
