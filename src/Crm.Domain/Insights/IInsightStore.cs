using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>Reads and writes figures on customers in batches, within a transaction of the caller.</summary>
public interface IInsightStore
{
    /// <summary>Loads a run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked run, or null.</returns>
    Task<InsightRun?> FindRunAsync(InsightRunId id, CancellationToken cancellationToken);

    /// <summary>The newest run that estimated the parameters of a model itself, on data up to a day within a range.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The run, not tracked; null when there is none.</returns>
    Task<InsightRun?> FindFitAsync(string model, Currency currency, LocalDate from, LocalDate until, CancellationToken cancellationToken);

    /// <summary>The last day that any run observed.</summary>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The day; null when there was no run.</returns>
    Task<LocalDate?> NewestDayAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new run, to be written by the next save.</summary>
    /// <param name="run">The run.</param>
    void Add(InsightRun run);

    /// <summary>Waits until no other refresh writes, and keeps others waiting until the transaction ends.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When nobody else writes.</returns>
    Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>The figures on customers as they are.</summary>
    /// <param name="ids">The customers; at most a thousand.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows there are, not tracked.</returns>
    Task<IReadOnlyDictionary<CustomerId, CustomerInsight>> ReadAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The customers of whom figures may be kept.</summary>
    /// <param name="ids">The customers; at most a thousand.</param>
    /// <param name="now">The current instant: restrictions end.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that are there and whose data are neither erased nor restricted.</returns>
    Task<IReadOnlySet<CustomerId>> UsableAsync(IReadOnlyCollection<CustomerId> ids, Instant now, CancellationToken cancellationToken);

    /// <summary>Every customer of whom there are figures.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers in no order, read as they are consumed.</returns>
    IAsyncEnumerable<CustomerId> CustomersAsync(CancellationToken cancellationToken);

    /// <summary>Puts rows in place of those that there are of the same customers, and writes what happened with them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="happened">The events.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When they are written.</returns>
    Task ReplaceAsync(IReadOnlyList<CustomerInsight> rows, IReadOnlyList<ICrmEvent> happened, CancellationToken cancellationToken);

    /// <summary>Removes rows.</summary>
    /// <param name="ids">The customers; at most a thousand.</param>
    /// <param name="until">Rows as of later days stay; null removes them too.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many there were.</returns>
    Task<int> RemoveAsync(IReadOnlyCollection<CustomerId> ids, LocalDate? until, CancellationToken cancellationToken);
}
