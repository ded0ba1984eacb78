using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Where runs of journeys are kept.</summary>
public interface IJourneyRunStore
{
    /// <summary>Runs by id.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The runs, tracked.</returns>
    Task<IReadOnlyList<JourneyRun>> LoadAsync(IReadOnlyCollection<JourneyRunId> ids, CancellationToken cancellationToken);

    /// <summary>Runs of a customer on some journeys.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="journeys">The journeys.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The runs, tracked, the latest first.</returns>
    Task<IReadOnlyList<JourneyRun>> OfCustomerAsync(CustomerId customerId, IReadOnlyCollection<JourneyId> journeys, CancellationToken cancellationToken);

    /// <summary>Members of a segment who entered no journey since they came into the segment.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="segmentKey">The segment.</param>
    /// <param name="isOnce">Whether those who were there before are left out for good.</param>
    /// <param name="after">Continue after this customer.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers by id.</returns>
    Task<IReadOnlyList<CustomerId>> NewMembersAsync(JourneyId journeyId, string segmentKey, bool isOnce, CustomerId? after, int take, CancellationToken cancellationToken);

    /// <summary>Adds a new run.</summary>
    /// <param name="run">The run.</param>
    void Add(JourneyRun run);

    /// <summary>Adds a step that is over.</summary>
    /// <param name="record">The step.</param>
    void Add(JourneyStepRecord record);

    /// <summary>Adds a signal.</summary>
    /// <param name="signal">The signal.</param>
    void Add(JourneySignal signal);

    /// <summary>Signals of a run for a decision.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="step">The decision.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When each of them happened.</returns>
    Task<IReadOnlyList<Instant>> SignalsAsync(JourneyRunId runId, string step, CancellationToken cancellationToken);

    /// <summary>Whether an event is noted with a run already.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Whether it is.</returns>
    Task<bool> IsNotedAsync(JourneyRunId runId, Guid eventId, CancellationToken cancellationToken);

    /// <summary>Keeps runs that are due for one process, until the lease is over or given back. Saved at once.</summary>
    /// <param name="lease">The process's mark.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">When the lease is over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    /// <returns>The runs, those due first at the beginning.</returns>
    Task<IReadOnlyList<ClaimedRun>> ClaimAsync(Guid lease, Instant now, Instant until, int take, CancellationToken cancellationToken);

    /// <summary>Gives runs back. Saved at once.</summary>
    /// <param name="lease">The process's mark.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>A task that ends when it is done.</returns>
    Task ReleaseAsync(Guid lease, CancellationToken cancellationToken);

    /// <summary>Lists runs, those who entered last first.</summary>
    /// <param name="criteria">Which ones.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<JourneyRun>> ListAsync(JourneyRunCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The steps that a run has behind it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The steps in their order.</returns>
    Task<IReadOnlyList<JourneyStepRecord>> StepsAsync(JourneyRunId runId, CancellationToken cancellationToken);
}
