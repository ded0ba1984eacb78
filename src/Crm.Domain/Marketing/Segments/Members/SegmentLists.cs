using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Puts customers into static lists by name, and takes them out.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class SegmentLists(ISegmentStore store, CrmActs acts)
{
    /// <summary>Most customers of one call.</summary>
    public const int MaxCustomers = 1_000;

    /// <summary>Puts a customer into a list.</summary>
    /// <param name="key">The list.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="note">What is said about it; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The stay; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsDynamic</c>, <c>SegmentIsArchived</c>,
    /// <c>CustomerNotFound</c>, <c>SegmentMemberAlready</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SegmentMembershipId>> AddAsync(string key, CustomerId customerId, string? note = null, CancellationToken cancellationToken = default) =>
        ListAsync<SegmentMembershipId>(
            "marketing.add-to-list",
            key,
            async (segment, now) =>
            {
                if (!(await store.LivingAsync([customerId], cancellationToken).ConfigureAwait(false)).Contains(customerId))
                {
                    return acts.Errors.CustomerNotFound(customerId.ToString());
                }

                return (await store.StaysAsync(key, [customerId], cancellationToken).ConfigureAwait(false)).ContainsKey(customerId)
                    ? acts.Errors.SegmentMemberAlready(customerId.ToString(), key)
                    : Enter(segment, customerId, SegmentReason.Hand, note, now);
            },
            cancellationToken);

    /// <summary>Puts customers of a file or another system into a list. Those that are in it already are left alone.</summary>
    /// <param name="key">The list.</param>
    /// <param name="customers">The customers, at most <see cref="MaxCustomers"/>.</param>
    /// <param name="note">Where they come from; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many came in; or what <see cref="AddAsync"/> refuses, for all together.</returns>
    public Task<CrmResult<int>> ImportAsync(string key, IReadOnlyCollection<CustomerId> customers, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return ListAsync<int>(
            "marketing.import-into-list",
            key,
            async (segment, now) =>
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(customers.Count, MaxCustomers, nameof(customers));
                var living = await store.LivingAsync(customers, cancellationToken).ConfigureAwait(false);
                if (customers.Where(c => !living.Contains(c)).Select(c => (CustomerId?)c).FirstOrDefault() is { } missing)
                {
                    return acts.Errors.CustomerNotFound(missing.ToString());
                }

                var stays = await store.StaysAsync(key, customers, cancellationToken).ConfigureAwait(false);
                var entering = customers.Distinct().Where(c => !stays.ContainsKey(c)).ToList();
                foreach (var customer in entering)
                {
                    Enter(segment, customer, SegmentReason.Import, note, now);
                }

                return entering.Count;
            },
            cancellationToken);
    }

    /// <summary>Takes a customer out of a list. The stay remains as history.</summary>
    /// <param name="key">The list.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="note">What is said about it; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The stay; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsDynamic</c>, <c>SegmentIsArchived</c>,
    /// <c>SegmentMemberMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SegmentMembershipId>> RemoveAsync(string key, CustomerId customerId, string? note = null, CancellationToken cancellationToken = default) =>
        ListAsync<SegmentMembershipId>(
            "marketing.remove-from-list",
            key,
            async (_, now) =>
            {
                if (!(await store.StaysAsync(key, [customerId], cancellationToken).ConfigureAwait(false)).TryGetValue(customerId, out var stay))
                {
                    return acts.Errors.SegmentMemberMissing(customerId.ToString(), key);
                }

                stay.Leave(new SegmentChange(SegmentReason.Hand) { By = acts.Gate.Actor.Id, Note = note }, now);
                return stay.Id;
            },
            cancellationToken);

    private SegmentMembershipId Enter(Segment segment, CustomerId customerId, SegmentReason reason, string? note, NodaTime.Instant now)
    {
        var change = new SegmentChange(reason) { By = acts.Gate.Actor.Id, Note = note };
        var stay = new SegmentMembership(SegmentMembershipId.New(now), segment.Id, segment.Key, customerId, change, now);
        store.Add(stay);
        return stay.Id;
    }

    private Task<CrmResult<T>> ListAsync<T>(string act, string key, Func<Segment, NodaTime.Instant, Task<CrmResult<T>>> change, CancellationToken cancellationToken)
        where T : notnull => acts.MakeAsync<T>(
        act,
        async now => await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } segment ? acts.Errors.SegmentNotFound(key)
            : segment.CanList() is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
            : await change(segment, now).ConfigureAwait(false),
        cancellationToken);
}
