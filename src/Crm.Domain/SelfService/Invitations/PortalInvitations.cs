using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// Accepts invitations to portal accounts, without anybody signed in. A token that is unknown, used, replaced, expired or taken back is
/// answered alike. Of two acceptances at the same time one is saved.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once, and lets the person choose how to sign in afterwards.</remarks>
[FrontDoor]
public sealed class PortalInvitations(IPortalAccountStore accounts, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Reads the invitation that a token accepts.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The invitation; null when the token accepts none.</returns>
    public async Task<OpenPortalInvitation?> ReadAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, acts.Now, cancellationToken).ConfigureAwait(false) is not { InvitationExpiresAt: { } expiresAt } account)
        {
            return null;
        }

        var organisation = account.OrganisationId is { } id ? await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return new OpenPortalInvitation(account.Email, account.Role, organisation?.DisplayName, expiresAt);
    }

    /// <summary>Accepts an invitation, once.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, which is active and whose address is proven, or <c>PortalInvitationUnknown</c>.</returns>
    public Task<CrmResult<PortalAccountId>> AcceptAsync(string token, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<PortalAccountId>(
        async now =>
        {
            if (await FindAsync(token, now, cancellationToken).ConfigureAwait(false) is not { } account)
            {
                return acts.Errors.PortalInvitationUnknown();
            }

            account.Accept(now);
            return account.Id;
        },
        cancellationToken);

    private async Task<PortalAccount?> FindAsync(string token, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return SecretToken.HashOf(token) is { } hash && await accounts.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) is { } account && account.CanAccept(now) ? account : null;
    }
}
