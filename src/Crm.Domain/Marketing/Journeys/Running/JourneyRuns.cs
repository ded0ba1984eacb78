using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;

namespace Crm.Domain.Marketing;

/// <summary>Front door to contacts on journeys: entered and taken out by hand, and listed.</summary>
[FrontDoor]
public sealed class JourneyRuns(
    IJourneyStore store, IJourneyRunStore runs, ISegmentStore segments, CustomerSegments customers, ICustomerQueries identities, CrmScopeAccessor scope, IBusinessZone zone, CrmActs acts)
{
    private readonly JourneyDoor _door = new(new JourneyBook(store), runs, segments, customers, identities, scope, zone, acts.Errors);

    /// <summary>Lets a customer enter the published version. Whoever belongs to the control group is only watched.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The run; otherwise <c>JourneyNotFound</c>, <c>JourneyNotPublished</c>, <c>CustomerNotFound</c>, <c>JourneyRunning</c>, <c>JourneyEnteredBefore</c> or <c>JourneyEntryRefused</c>.</returns>
    public Task<CrmResult<JourneyRun>> EnterAsync(string key, CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<JourneyRun>(
        "marketing.enter-journey",
        async now => await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } journey
            ? await _door.EnterAsync(journey, customerId, JourneyEntryKind.Hand, null, now, cancellationToken).ConfigureAwait(false)
            : acts.Errors.JourneyNotFound(key),
        cancellationToken);

    /// <summary>Takes a customer out.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The run; otherwise <c>JourneyNotFound</c> or <c>JourneyNotRunning</c>.</returns>
    public Task<CrmResult<JourneyRun>> RemoveAsync(string key, CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<JourneyRun>(
        "marketing.leave-journey",
        async now =>
        {
            if (await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } journey)
            {
                return acts.Errors.JourneyNotFound(key);
            }

            if ((await runs.OfCustomerAsync(customerId, [journey.Id], cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.CanRemove()) is not { } run)
            {
                return acts.Errors.JourneyNotRunning(customerId.ToString(), key);
            }

            run.Remove(now);
            return run;
        },
        cancellationToken);

    /// <summary>Lists runs, those who entered last first, for staff.</summary>
    /// <param name="criteria">Which ones; all when left out.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; an empty one for others.</returns>
    public async Task<Page<JourneyRun>> ListAsync(JourneyRunCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? await runs.ListAsync(criteria ?? JourneyRunCriteria.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
        : new Page<JourneyRun>([], null);

    /// <summary>The steps that a run has behind it, for staff.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The steps in their order; none for others.</returns>
    public async Task<IReadOnlyList<JourneyStepRecord>> StepsAsync(JourneyRunId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await runs.StepsAsync(id, cancellationToken).ConfigureAwait(false) : [];
}
