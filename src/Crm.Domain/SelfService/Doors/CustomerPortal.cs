using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;

namespace Crm.Domain.SelfService;

/// <summary>
/// What signed-in customers read of themselves, and their consents. Works without staff, at any hour; to guests, partners and staff, and
/// for customers whom the actor does not act for, everything looks missing.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CustomerPortal
{
    private readonly IOwnCustomerData _data;
    private readonly IChangeRequestStore _requests;
    private readonly ConsentDesk _consents;
    private readonly OwnRights _rights;
    private readonly CrmActs _acts;

    internal CustomerPortal(IOwnCustomerData data, IChangeRequestStore requests, ConsentDesk consents, OwnRights rights, CrmActs acts) =>
        (_data, _requests, _consents, _rights, _acts) = (data, requests, consents, rights, acts);

    /// <summary>Reads a customer whom the actor acts for.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Its data with what waits to be changed; null when there is no such customer or it is somebody else.</returns>
    public async Task<OwnAccount?> ReadAsync(CustomerId customerId, CancellationToken cancellationToken = default)
    {
        if (await _rights.ReadableAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } living
            || await _data.ReadAsync(living, cancellationToken).ConfigureAwait(false) is not { } profile)
        {
            return null;
        }

        await _acts.NoteReadAsync(living.ToSubject(), "self-service.read", cancellationToken).ConfigureAwait(false);
        var open = await _requests.ListAsync(living, null, openOnly: true, PageRequest.First, cancellationToken).ConfigureAwait(false);
        var now = _acts.Now;
        return new OwnAccount(
            profile,
            await _consents.StatesAsync(living, cancellationToken: cancellationToken).ConfigureAwait(false),
            [.. open.Items.Where(r => now < r.ExpiresAt).Select(ChangeRequestView.Of)]);
    }

    /// <summary>The customer agrees to a purpose on a channel.</summary>
    /// <param name="customerId">The customer: the actor's own, or the organisation that it administers.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="wording">Which version of which wording the customer saw.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry, or <c>CustomerNotFound</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<ConsentEntryId>> GrantConsentAsync(CustomerId customerId, PurposeKey purpose, ChannelKey channel, string? wording = null, CancellationToken cancellationToken = default) =>
        await _rights.ChangeableAsync(customerId, cancellationToken).ConfigureAwait(false) is { } living
            ? await _consents.TakeWishAsync(
                new ConsentDetails(living, purpose, channel, ConsentStatus.Granted, "portal") { Origin = ConsentOrigin.Person, Wording = wording }, cancellationToken).ConfigureAwait(false)
            : _acts.Errors.CustomerNotFound(customerId.ToString());

    /// <summary>The customer takes consent back: as easily as it was given, and everything at once where nothing is named.</summary>
    /// <param name="customerId">The customer: the actor's own, or the organisation that it administers.</param>
    /// <param name="purpose">The purpose; null for every purpose.</param>
    /// <param name="channel">The channel; null for every channel.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry, or <c>CustomerNotFound</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>.</returns>
    public async Task<CrmResult<ConsentEntryId>> WithdrawConsentAsync(CustomerId customerId, PurposeKey? purpose = null, ChannelKey? channel = null, CancellationToken cancellationToken = default) =>
        await _rights.ChangeableAsync(customerId, cancellationToken).ConfigureAwait(false) is { } living
            ? await _consents.TakeWishAsync(
                new ConsentDetails(living, purpose, channel, ConsentStatus.Withdrawn, "portal") { Origin = ConsentOrigin.Person }, cancellationToken).ConfigureAwait(false)
            : _acts.Errors.CustomerNotFound(customerId.ToString());
}
