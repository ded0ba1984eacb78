using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Restricts the processing of customers' data, and holds data that a law or a lawsuit needs. A merged customer has the measures of both.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class PrivacyMeasures(IPrivacyMeasureStore measures, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Places a restriction or a legal hold.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="kind">What it demands.</param>
    /// <param name="reason">Why, one line of at most <see cref="PrivacyMeasure.MaxReasonLength"/> characters.</param>
    /// <param name="until">When it ends by itself; null for until it is lifted.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The measure, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PrivacyMeasure>> PlaceAsync(
        CustomerId customerId, PrivacyMeasureKind kind, string reason, Instant? until = null, CancellationToken cancellationToken = default) => acts.MakeAsync<PrivacyMeasure>(
        "privacy.place-measure",
        async now =>
        {
            if (await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(customerId.ToString());
            }

            var placed = new PrivacyMeasure(PrivacyMeasureId.New(now), customer.Id, kind, reason, until, acts.Gate.Actor, now);
            measures.Add(placed);
            return placed;
        },
        cancellationToken);

    /// <summary>Lifts a restriction or a legal hold.</summary>
    /// <param name="id">The measure.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The measure, or <c>ActNotAllowed</c>, <c>PrivacyMeasureNotFound</c>, <c>VersionConflict</c>, <c>PrivacyMeasureNotInForce</c>.</returns>
    public Task<CrmResult<PrivacyMeasure>> LiftAsync(PrivacyMeasureId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "privacy.lift-measure",
        measures.FindAsync(id, cancellationToken),
        e => e.PrivacyMeasureNotFound(id.ToString()),
        expectedVersion,
        m => m.CanLift(acts.Now),
        (m, now) => m.Lift(acts.Gate.Actor, now),
        cancellationToken);

    /// <summary>The measures on a customer, those that ended included, oldest first; for staff.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The measures; none when there is no such customer or the actor may not read them.</returns>
    public async Task<IReadOnlyList<PrivacyMeasureRecord>> OfAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything && await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is { } customer
            ? await measures.OfAsync([customer.Id], cancellationToken).ConfigureAwait(false)
            : [];
}
