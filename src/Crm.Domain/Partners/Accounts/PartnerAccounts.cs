using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>
/// Invites people of partners, who accept by a token that works once and for at most 72 hours, and ends their accounts. Staff does so for every
/// partner, an administrator of a partner for its own. Who signs in is the host's business; whom a principal acts for says <see cref="PartnerPrincipals"/>.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. Foreign partners look exactly like missing ones.</remarks>
[FrontDoor]
public sealed class PartnerAccounts(IPartnerStore partners, PartnerOptions options, CrmActs acts)
{
    /// <summary>Invites somebody to sign in for a partner.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="label">For whom the account is.</param>
    /// <param name="role">What its holder may do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The invitation with its token, or <c>PartnerNotFound</c>, <c>ActNotAllowed</c> to one who is no administrator, <c>PartnerInactive</c>, <c>PartnerAccountsFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IssuedPartnerInvitation>> InviteAsync(
        PartnerId id, string label, PartnerAccountRole role = PartnerAccountRole.Member, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<IssuedPartnerInvitation>(
        async now =>
        {
            var found = await ManagedAsync("partners.invite", id, cancellationToken).ConfigureAwait(false);
            if (!found.TryGetValue(out var partner))
            {
                return CrmResult<IssuedPartnerInvitation>.Failed(found.Errors);
            }

            var (account, token) = (PartnerAccountId.New(now), SecretToken.New());
            partner.Invite(account, label, role, SecretToken.HashOf(token)!, options.InvitationTime, now);
            return new IssuedPartnerInvitation(partner.Accounts.Single(a => a.Id == account), token);
        },
        cancellationToken);

    /// <summary>Accepts an invitation by its token. A token that is unknown, used, over or taken back is answered alike.</summary>
    /// <param name="token">The token.</param>
    /// <param name="principalId">The holder's id in the host's user directory; whoever is signed in accepts for itself alone.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>PartnerTokenUnknown</c>, <c>PartnerPrincipalTaken</c>, <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerId>> AcceptAsync(string token, string principalId, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<PartnerId>(
        async now =>
        {
            ArgumentNullException.ThrowIfNull(token);
            ArgumentException.ThrowIfNullOrWhiteSpace(principalId);
            var actor = acts.Gate.Actor;
            if (!actor.IsStaff && actor.Kind != ActorKind.Guest && actor.Id != principalId)
            {
                return acts.Errors.ActNotAllowed("partners.accept-invitation");
            }

            if (SecretToken.HashOf(token) is not { } hash || await partners.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) is not { } partner
                || partner.Accounts.FirstOrDefault(a => a.TokenHash == hash) is not { } account || !partner.CanAccept(account.Id, now))
            {
                return acts.Errors.PartnerTokenUnknown();
            }

            if (await partners.FindByPrincipalAsync(principalId.Trim(), cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.PartnerPrincipalTaken();
            }

            partner.Accept(account.Id, principalId, now);
            return partner.Id;
        },
        cancellationToken);

    /// <summary>Ends an account, or takes its invitation back.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>PartnerNotFound</c>, <c>ActNotAllowed</c> to one who is no administrator, <c>PartnerAccountNotFound</c>.</returns>
    public Task<CrmResult<PartnerAccountId>> EndAsync(PartnerId id, PartnerAccountId accountId, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<PartnerAccountId>(
        async now =>
        {
            var found = await ManagedAsync("partners.end-account", id, cancellationToken).ConfigureAwait(false);
            if (!found.TryGetValue(out var partner))
            {
                return CrmResult<PartnerAccountId>.Failed(found.Errors);
            }

            partner.EndAccount(accountId, now);
            return accountId;
        },
        cancellationToken);

    private async Task<CrmResult<Partner>> ManagedAsync(string act, PartnerId id, CancellationToken cancellationToken)
    {
        var actor = acts.Gate.Actor;
        return (actor.IsStaff || actor.PartnerId() == id) && await partners.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } partner
            ? actor.IsStaff || partner.AccountOf(actor.Id)?.Role == PartnerAccountRole.Administrator ? partner : acts.Errors.ActNotAllowed(act)
            : acts.Errors.PartnerNotFound(id.ToString());
    }
}
