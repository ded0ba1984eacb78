using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// Turns the portal account of a request into the <see cref="Actor"/> of its scope. The host has checked the password or the external
/// identity; this says whether the account counts and for whom it acts. Called in a scope of a guest of the same tenant.
/// </summary>
/// <remarks>Scoped service for the host, not for what customers send. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class PortalPrincipals(IPortalAccountStore accounts, ICustomerQueries customers, SelfServiceOptions options, CrmActs acts)
{
    /// <summary>
    /// The actor of an account: a member acts for its customer; an administrator also for its organisation and for the customers of the
    /// organisation's accounts that were accepted and are not closed. Asked at every request, so that a block or another role counts at once.
    /// </summary>
    /// <param name="id">The account.</param>
    /// <param name="signedInAt">When the session began; null where there is none, such as at a command line.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The actor; null when there is no such account, it is not active, or the session does not count any more.</returns>
    public async Task<Actor?> ResolveAsync(PortalAccountId id, Instant? signedInAt = null, CancellationToken cancellationToken = default)
    {
        var account = await accounts.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return account is { IsActive: true } && (signedInAt is not { } began || account.Accepts(began, options.SessionLifetime, acts.Now))
            ? await ActorOfAsync(account, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Notes that the owner of an account signed in, and gives its actor. The session begins now.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The actor, or <c>PortalAccountNotFound</c> also where the account is not active.</returns>
    public Task<CrmResult<Actor>> SignInAsync(PortalAccountId id, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<Actor>(
        async now =>
        {
            if (await accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } account || !account.CanNoteSignIn()
                || await ActorOfAsync(account, cancellationToken).ConfigureAwait(false) is not { } actor)
            {
                return acts.Errors.PortalAccountNotFound(id.ToString());
            }

            account.NoteSignIn(now);
            return actor;
        },
        cancellationToken);

    /// <summary>The active account with a sign-in address, for the host's own check of a password.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The account; null when there is none. The host answers both alike.</returns>
    public async Task<PortalAccountId?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return await accounts.FindByEmailAsync(email.Normalized, cancellationToken).ConfigureAwait(false) is { IsActive: true } found ? found.Id : null;
    }

    /// <summary>The active account that an external identity is linked to; its address does not matter any more.</summary>
    /// <param name="issuer">Who vouches for the identity.</param>
    /// <param name="subject">Who it is there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The account; null when there is none.</returns>
    public async Task<PortalAccountId?> FindByIdentityAsync(string issuer, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(subject);
        return await accounts.FindByIdentityAsync(issuer, subject, cancellationToken).ConfigureAwait(false) is { IsActive: true } found ? found.Id : null;
    }

    /// <summary>
    /// Links an external identity to the active account with its address. The issuer has to say that the address is verified; what could
    /// sign in before is void, so the host deletes a password that was set before.
    /// </summary>
    /// <param name="identity">The identity.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The account, or <c>PortalIdentityUnverified</c>, <c>PortalAccountNotFound</c>, <c>PortalIdentityPresent</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalAccountId>> LinkIdentityAsync(PortalIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return acts.MakeOwnAsync<PortalAccountId>(
            async now =>
            {
                // Whether the account exists is not told to whoever cannot prove the address.
                if (!identity.IsEmailVerified)
                {
                    return acts.Errors.PortalIdentityUnverified();
                }

                if (await accounts.FindByEmailAsync(identity.Email.Normalized, cancellationToken).ConfigureAwait(false) is not { IsActive: true } account)
                {
                    return acts.Errors.PortalAccountNotFound(identity.Email.Value);
                }

                if (account.CanLinkIdentity(identity) is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                account.LinkIdentity(identity, now);
                return account.Id;
            },
            cancellationToken);
    }

    // Ids of customers that a merge absorbed lead to the survivor, so what was saved under the old one is reached too.
    private async Task<Actor?> ActorOfAsync(PortalAccount account, CancellationToken cancellationToken)
    {
        if (await customers.IdentifyAsync(account.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return null;
        }

        HashSet<CustomerId> actsFor = [customer.Id];
        if (account is { Role: PortalRole.Administrator, OrganisationId: { } organisation })
        {
            actsFor.Add(organisation);
            actsFor.UnionWith(await accounts.CustomersOfAsync(organisation, cancellationToken).ConfigureAwait(false));
        }

        return Actor.PortalCustomer(account.Id.ToString(), [.. actsFor.Select(c => c.ToSubject())], customer.DisplayName);
    }
}
