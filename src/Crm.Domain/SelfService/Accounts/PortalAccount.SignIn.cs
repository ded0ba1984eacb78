using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

public sealed partial class PortalAccount
{
    /// <summary>Who vouches for the external identity; null where none is linked.</summary>
    public string? Issuer { get; private set; }

    /// <summary>The external identity at its issuer; null where none is linked.</summary>
    public string? Subject { get; private set; }

    /// <summary>Whether somebody can sign in to it.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanNoteSignIn() => IsIn(PortalAccountStatus.Active);

    /// <summary>Notes that its owner signed in.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active.</exception>
    public void NoteSignIn(Instant now)
    {
        CanNoteSignIn().Demand();
        LastSignInAt = now;
        Raise(new PortalSignedIn(Id, CustomerId, now));
    }

    /// <summary>Whether a session counts that began at an instant.</summary>
    /// <param name="signedInAt">When it began.</param>
    /// <param name="lifetime">How long sessions last.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>True while the account is active, the session is not too old, and nothing ended it.</returns>
    public bool Accepts(Instant signedInAt, Duration lifetime, Instant now) => IsActive && signedInAt >= CredentialsSince && signedInAt <= now && now - signedInAt < lifetime;

    /// <summary>
    /// Whether an external identity can be linked: its issuer says that the e-mail address is verified, and it is this account's address.
    /// </summary>
    /// <param name="identity">The identity.</param>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>, <c>PortalIdentityUnverified</c>, <c>PortalIdentityPresent</c>.</returns>
    public CrmRuling CanLinkIdentity(PortalIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return !identity.IsEmailVerified || identity.Email.Normalized != EmailKey ? CrmRuling.Refused(e => e.PortalIdentityUnverified())
            : IsIn(PortalAccountStatus.Active).Then(Issuer is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PortalIdentityPresent()));
    }

    /// <summary>
    /// Links an external identity. Whatever could sign in before does not count any more: a password that somebody else set for this
    /// address beforehand is void.
    /// </summary>
    /// <param name="identity">The identity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Issuer or subject is empty or too long.</exception>
    /// <exception cref="CrmRuleException">It is not active, the address is not verified, or an identity is linked.</exception>
    public void LinkIdentity(PortalIdentity identity, Instant now)
    {
        CanLinkIdentity(identity).Demand();
        (Issuer, Subject) = (Guard.Line(identity.Issuer, MaxIdentityLength), Guard.Line(identity.Subject, MaxIdentityLength));
        (CredentialsSince, EmailProvenAt) = (now, EmailProvenAt ?? now);
        Raise(new PortalIdentityLinked(Id, CustomerId, now));
    }

    /// <summary>Whether the external identity can be let go.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>, <c>PortalIdentityMissing</c>.</returns>
    public CrmRuling CanUnlinkIdentity() => IsIn(PortalAccountStatus.Active, PortalAccountStatus.Blocked)
        .Then(Issuer is null ? CrmRuling.Refused(e => e.PortalIdentityMissing()) : CrmRuling.Permitted);

    /// <summary>Lets the external identity go; sessions begin anew.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">None is linked.</exception>
    public void UnlinkIdentity(Instant now)
    {
        CanUnlinkIdentity().Demand();
        (Issuer, Subject, CredentialsSince) = (null, null, now);
        Raise(new PortalIdentityUnlinked(Id, CustomerId, now));
    }
}
