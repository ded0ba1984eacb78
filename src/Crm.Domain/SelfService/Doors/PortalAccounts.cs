using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Portal accounts, for staff: invites customers, and blocks, opens and closes their accounts. Administrators of organisations use <see cref="OrganisationAccounts"/>.</summary>
/// <remarks>Scoped service. No act saves; the host saves once. Of two invitations of one address at the same time one is saved.</remarks>
[FrontDoor]
public sealed class PortalAccounts
{
    private readonly IPortalAccountStore _accounts;
    private readonly ICustomerQueries _customers;
    private readonly PortalOffers _offers;
    private readonly CrmActs _acts;

    internal PortalAccounts(IPortalAccountStore accounts, ICustomerQueries customers, PortalOffers offers, CrmActs acts) => (_accounts, _customers, _offers, _acts) = (accounts, customers, offers, acts);

    /// <summary>Invites a customer to an account of its own, to be accepted within <see cref="SelfServiceOptions.InvitationLifetime"/>.</summary>
    /// <param name="request">Who is to get it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, with the token where the host sends it, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>NotAnOrganisation</c>, <c>PortalEmailUnavailable</c>,
    /// <c>PortalRoleNeedsOrganisation</c>, <c>PortalSendingNotSetUp</c>.</returns>
    public Task<CrmResult<IssuedPortalInvitation>> InviteAsync(PortalAccountRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _acts.MakeAsync<IssuedPortalInvitation>("self-service.invite", now => InviteAsync(request, now, cancellationToken), cancellationToken);
    }

    /// <summary>Invites again: the invitation before leads nowhere any more.</summary>
    /// <param name="id">The account.</param>
    /// <param name="isSent">Whether this library sends the invitation.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, with the token where the host sends it, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>VersionConflict</c>, <c>PortalAccountStatusUnfit</c>, <c>PortalSendingNotSetUp</c>.</returns>
    public async Task<CrmResult<IssuedPortalInvitation>> ReinviteAsync(PortalAccountId id, bool isSent = false, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        string? token = null;
        var changed = await ChangeAsync(
            "self-service.invite", id, expectedVersion, a => a.CanInvite().Then(isSent && _offers.SendingObstacle is { } obstacle ? CrmRuling.Refused(_ => obstacle) : CrmRuling.Permitted),
            (a, now) => token = _offers.Again(a, isSent, now), cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var view) ? new IssuedPortalInvitation(view, token) : CrmResult<IssuedPortalInvitation>.Failed(changed.Errors);
    }

    /// <summary>Gives an account another role. An invitation that is out leads nowhere any more, and sessions begin anew.</summary>
    /// <param name="id">The account.</param>
    /// <param name="role">The role.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>VersionConflict</c>, <c>PortalAccountStatusUnfit</c>, <c>PortalRoleUnchanged</c>, <c>PortalRoleNeedsOrganisation</c>.</returns>
    public Task<CrmResult<PortalAccountView>> ChangeRoleAsync(PortalAccountId id, PortalRole role, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("self-service.change-role", id, expectedVersion, a => a.CanChangeRole(role), (a, now) => a.ChangeRole(role, now), cancellationToken);

    /// <summary>Blocks an account at once: it resolves to nobody, and its sessions end.</summary>
    /// <param name="id">The account.</param>
    /// <param name="reason">Why, one line of at most 500 characters; null for no reason given.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>VersionConflict</c>, <c>PortalAccountStatusUnfit</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalAccountView>> BlockAsync(PortalAccountId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("self-service.block", id, expectedVersion, a => a.CanBlock(), (a, now) => a.Block(reason, now), cancellationToken);

    /// <summary>Opens a blocked account again.</summary>
    /// <param name="id">The account.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>VersionConflict</c>, <c>PortalAccountStatusUnfit</c>.</returns>
    public Task<CrmResult<PortalAccountView>> UnblockAsync(PortalAccountId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("self-service.unblock", id, expectedVersion, a => a.CanUnblock(), (a, now) => a.Unblock(now), cancellationToken);

    /// <summary>Closes an account for good, or takes an invitation back.</summary>
    /// <param name="id">The account.</param>
    /// <param name="reason">Why, one line of at most 500 characters; null for no reason given.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>VersionConflict</c>, <c>PortalAccountStatusUnfit</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalAccountView>> CloseAsync(PortalAccountId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("self-service.close", id, expectedVersion, a => a.CanClose(), (a, now) => a.Close(reason, now), cancellationToken);

    /// <summary>Finds an account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The account; null when there is none or the actor is not of the staff.</returns>
    public async Task<PortalAccountView?> FindAsync(PortalAccountId id, CancellationToken cancellationToken = default) =>
        _acts.Gate.Actor.IsStaff && await _accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? PortalAccountView.Of(found) : null;

    /// <summary>Lists accounts, newest first.</summary>
    /// <param name="criteria">Which; all when null.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<PortalAccountView>> ListAsync(PortalAccountCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        _acts.Gate.Actor.IsStaff ? await _accounts.ListAsync(criteria ?? PortalAccountCriteria.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    private async Task<CrmResult<IssuedPortalInvitation>> InviteAsync(PortalAccountRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (await _customers.IdentifyAsync(request.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return _acts.Errors.CustomerNotFound(request.CustomerId.ToString());
        }

        var organisation = request.OrganisationId is { } named ? await _customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false) : null;
        if (request.OrganisationId is { } missing && organisation is null)
        {
            return _acts.Errors.CustomerNotFound(missing.ToString());
        }

        if (organisation is { Kind: not CustomerKind.Organisation })
        {
            return _acts.Errors.NotAnOrganisation(organisation.Id.ToString());
        }

        if (request.IsSent && _offers.SendingObstacle is { } obstacle)
        {
            return obstacle;
        }

        if (await _accounts.FindByEmailAsync(request.Email.Normalized, cancellationToken).ConfigureAwait(false) is not null)
        {
            return _acts.Errors.PortalEmailUnavailable();
        }

        var (account, token) = _offers.New(request with { CustomerId = customer.Id, OrganisationId = organisation?.Id }, now);
        _accounts.Add(account);
        return new IssuedPortalInvitation(PortalAccountView.Of(account), token);
    }

    private async Task<CrmResult<PortalAccountView>> ChangeAsync(
        string act, PortalAccountId id, long? expectedVersion, Func<PortalAccount, CrmRuling> may, Action<PortalAccount, Instant> change, CancellationToken cancellationToken)
    {
        var changed = await _acts.ChangeAsync(
            act, _accounts.FindAsync(id, cancellationToken), e => e.PortalAccountNotFound(id.ToString()), expectedVersion, may, change, cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var account) ? PortalAccountView.Of(account) : CrmResult<PortalAccountView>.Failed(changed.Errors);
    }
}
