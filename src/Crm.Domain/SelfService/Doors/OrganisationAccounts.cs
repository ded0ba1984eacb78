using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// The accounts of one organisation, for its own administrators. An account of another organisation looks exactly like a missing one, and
/// an address that somebody else has cannot be invited, whoever that is. Invitations go to their address; administrators see no tokens.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class OrganisationAccounts
{
    private const string Act = "self-service.manage-accounts";

    private readonly IPortalAccountStore _accounts;
    private readonly IColleagues _colleagues;
    private readonly PortalOffers _offers;
    private readonly CrmActs _acts;

    internal OrganisationAccounts(IPortalAccountStore accounts, IColleagues colleagues, PortalOffers offers, CrmActs acts) => (_accounts, _colleagues, _offers, _acts) = (accounts, colleagues, offers, acts);

    /// <summary>Lists the accounts of the administrator's organisation, newest first.</summary>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor administers no organisation.</returns>
    public async Task<Page<PortalAccountView>> ListAsync(PageRequest? page = null, CancellationToken cancellationToken = default) =>
        await AdministratorAsync(cancellationToken).ConfigureAwait(false) is { } administrator
            ? await _accounts.ListAsync(new PortalAccountCriteria { OrganisationId = administrator.OrganisationId }, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
            : new([], null);

    /// <summary>Invites a colleague: somebody whom the business knows as a current member of the organisation with this address, or somebody new.</summary>
    /// <param name="invitation">Whom.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalSendingNotSetUp</c>, <c>PortalEmailUnavailable</c>.</returns>
    public Task<CrmResult<PortalAccountView>> InviteAsync(ColleagueInvitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return _acts.MakeOwnAsync<PortalAccountView>(
            async now =>
            {
                if (await AdministratorAsync(cancellationToken).ConfigureAwait(false) is not { OrganisationId: { } organisation })
                {
                    return _acts.Errors.ActNotAllowed(Act);
                }

                if (_offers.SendingObstacle is { } obstacle)
                {
                    return obstacle;
                }

                if (await _accounts.FindByEmailAsync(invitation.Email.Normalized, cancellationToken).ConfigureAwait(false) is not null
                    || await _colleagues.FindOrRecordAsync(organisation, invitation.Name, invitation.Email, now, cancellationToken).ConfigureAwait(false) is not { } colleague)
                {
                    return _acts.Errors.PortalEmailUnavailable();
                }

                var (account, _) = _offers.New(new PortalAccountRequest(colleague, invitation.Email) { OrganisationId = organisation, Role = invitation.Role, IsSent = true }, now);
                _accounts.Add(account);
                return PortalAccountView.Of(account);
            },
            cancellationToken);
    }

    /// <summary>Invites again: the invitation before leads nowhere any more.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>PortalAccountStatusUnfit</c>, <c>PortalSendingNotSetUp</c>.</returns>
    public Task<CrmResult<PortalAccountView>> ReinviteAsync(PortalAccountId id, CancellationToken cancellationToken = default) => ChangeAsync(
        id, a => a.CanInvite().Then(_offers.SendingObstacle is { } obstacle ? CrmRuling.Refused(_ => obstacle) : CrmRuling.Permitted), (a, now) => _offers.Again(a, isSent: true, now), cancellationToken);

    /// <summary>Gives a colleague's account another role.</summary>
    /// <param name="id">The account.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>PortalOwnAccount</c>, <c>PortalAccountStatusUnfit</c>, <c>PortalRoleUnchanged</c>.</returns>
    public Task<CrmResult<PortalAccountView>> ChangeRoleAsync(PortalAccountId id, PortalRole role, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, a => NotOwn(a).Then(a.CanChangeRole(role)), (a, now) => a.ChangeRole(role, now), cancellationToken);

    /// <summary>Blocks a colleague's account at once.</summary>
    /// <param name="id">The account.</param>
    /// <param name="reason">Why, one line of at most 500 characters; null for no reason given.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>PortalOwnAccount</c>, <c>PortalAccountStatusUnfit</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalAccountView>> BlockAsync(PortalAccountId id, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, a => NotOwn(a).Then(a.CanBlock()), (a, now) => a.Block(reason, now), cancellationToken);

    /// <summary>Opens a colleague's account again.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>PortalAccountStatusUnfit</c>.</returns>
    public Task<CrmResult<PortalAccountView>> UnblockAsync(PortalAccountId id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, a => a.CanUnblock(), (a, now) => a.Unblock(now), cancellationToken);

    /// <summary>Closes a colleague's account for good, or takes an invitation back.</summary>
    /// <param name="id">The account.</param>
    /// <param name="reason">Why, one line of at most 500 characters; null for no reason given.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>ActNotAllowed</c>, <c>PortalAccountNotFound</c>, <c>PortalOwnAccount</c>, <c>PortalAccountStatusUnfit</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalAccountView>> CloseAsync(PortalAccountId id, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, a => NotOwn(a).Then(a.CanClose()), (a, now) => a.Close(reason, now), cancellationToken);

    private Task<CrmResult<PortalAccountView>> ChangeAsync(PortalAccountId id, Func<PortalAccount, CrmRuling> may, Action<PortalAccount, Instant> change, CancellationToken cancellationToken) =>
        _acts.MakeOwnAsync<PortalAccountView>(
            async now =>
            {
                if (await AdministratorAsync(cancellationToken).ConfigureAwait(false) is not { OrganisationId: { } organisation })
                {
                    return _acts.Errors.ActNotAllowed(Act);
                }

                if (await _accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } account || !account.BelongsTo(organisation))
                {
                    return _acts.Errors.PortalAccountNotFound(id.ToString());
                }

                if (may(account) is { IsPermitted: false } refused)
                {
                    return refused.ToError(_acts.Errors);
                }

                change(account, now);
                return PortalAccountView.Of(account);
            },
            cancellationToken);

    private CrmRuling NotOwn(PortalAccount account) => _acts.Gate.Actor.Id == account.Id.ToString() ? CrmRuling.Refused(e => e.PortalOwnAccount()) : CrmRuling.Permitted;

    // The role is asked of the account itself: what the actor was made of may be older.
    private async Task<PortalAccount?> AdministratorAsync(CancellationToken cancellationToken) =>
        _acts.Gate.Actor is { Kind: ActorKind.PortalCustomer } actor && PortalAccountId.TryParse(actor.Id, null, out var id)
        && await _accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsActive: true, Role: PortalRole.Administrator } account
        && account.OrganisationId is { } organisation && _acts.Gate.Readable.Includes(organisation.ToSubject())
            ? account
            : null;
}
