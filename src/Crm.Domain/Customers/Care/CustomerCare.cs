using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Looks after customers: who is responsible, where they stand, what they prefer, by which words they are grouped.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class CustomerCare(ICustomerStore customers, ICustomerCareQueries queries, CrmActs acts)
{
    /// <summary>Names who looks after the customer.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="specialistId">Id of the specialist in the host's user directory; null for nobody.</param>
    /// <param name="specialistName">The specialist's name; the id when null.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> AssignAsync(
        CustomerId id, string? specialistId, string? specialistName = null, string? teamId = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.assign", id, expectedVersion, _ => CrmRuling.Permitted, (c, now) => c.AssignTo(specialistId, specialistName, teamId, now), cancellationToken);

    /// <summary>Moves the customer to another lifecycle stage, in the name of whoever acts.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="reason">Why; null when there is nothing to say.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>LifecycleTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> MoveToAsync(
        CustomerId id, LifecycleStage stage, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.move-to-stage", id, expectedVersion, c => c.CanMoveTo(stage), (c, now) => c.MoveTo(stage, reason, acts.Gate.Actor.Id, now), cancellationToken);

    /// <summary>Adds a tag.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>TagAlreadyPresent</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> TagAsync(CustomerId id, string tag, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.tag", id, expectedVersion, c => c.CanAddTag(tag), (c, now) => c.AddTag(tag, now), cancellationToken);

    /// <summary>Removes a tag.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="tag">The tag, in any notation.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>TagNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> UntagAsync(CustomerId id, string tag, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.untag", id, expectedVersion, c => c.CanRemoveTag(tag), (c, now) => c.RemoveTag(tag, now), cancellationToken);

    /// <summary>The tags in use, the most used first; none for whoever is not staff.</summary>
    /// <param name="beginning">Only tags that begin with this, in any notation; null for all.</param>
    /// <param name="take">How many at most; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tags with the number of customers that have them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of bounds.</exception>
    public async Task<IReadOnlyList<TagCount>> TagsAsync(string? beginning = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Readable.Everything ? await queries.TagsAsync(beginning, take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>Notes what the customer prefers, in place of what was known before.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="value">What the customer prefers.</param>
    /// <param name="source">Where it is known from; null when it is not known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> PreferAsync(
        CustomerId id, string key, string value, string? source = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.set-preference", id, expectedVersion, _ => CrmRuling.Permitted, (c, now) => c.Prefer(key, value, source, now), cancellationToken);

    // For other areas, which know customers by their ids.
    internal async Task<CrmResult<CustomerId>> TakePreferenceAsync(CustomerId id, string key, string value, string source, CancellationToken cancellationToken)
    {
        var preferred = await PreferAsync(id, key, value, source, cancellationToken: cancellationToken).ConfigureAwait(false);
        return preferred.Succeeded ? preferred.Value.Id : CrmResult<CustomerId>.Failed(preferred.Errors);
    }

    // For areas that bring the person's own right with them, such as the token of a message that went to its address; null forgets.
    internal Task<CrmResult<CustomerId>> TakeWishAsync(CustomerId id, string key, string? value, string source, CancellationToken cancellationToken) => TakeOwnAsync(
        id,
        (customer, now) =>
        {
            if (value is not null)
            {
                customer.Prefer(key, value, source, now);
            }
            else if (customer.CanForgetPreference(key))
            {
                customer.ForgetPreference(key, now);
            }
        },
        cancellationToken);

    internal Task<CrmResult<CustomerId>> TakeLanguageAsync(CustomerId id, LanguageTag? language, CancellationToken cancellationToken) =>
        TakeOwnAsync(id, (customer, now) => customer.PreferLanguage(language, now), cancellationToken);

    /// <summary>Forgets a preference.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>PreferenceNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> ForgetPreferenceAsync(CustomerId id, string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.forget-preference", id, expectedVersion, c => c.CanForgetPreference(key), (c, now) => c.ForgetPreference(key, now), cancellationToken);

    private Task<CrmResult<CustomerId>> TakeOwnAsync(CustomerId id, Action<Customer, Instant> take, CancellationToken cancellationToken) => acts.MakeOwnAsync<CustomerId>(
        async now =>
        {
            if (await customers.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(id.ToString());
            }

            take(customer, now);
            return customer.Id;
        },
        cancellationToken);

    private Task<CrmResult<Customer>> ChangeAsync(
        string act, CustomerId id, long? expectedVersion, Func<Customer, CrmRuling> may, Action<Customer, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, customers.FindAsync(id, cancellationToken), e => e.CustomerNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
