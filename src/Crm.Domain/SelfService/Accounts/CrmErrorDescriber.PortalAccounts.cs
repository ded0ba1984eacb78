namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such portal account, or it is not the actor's to see.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PortalAccountNotFound(string key) => Error(nameof(PortalAccountNotFound), "There is no portal account {0}.", "account", key);

    /// <summary>The account stands where this cannot be done.</summary>
    /// <param name="status">Name of where it stands.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PortalAccountStatusUnfit(string status) => Error(nameof(PortalAccountStatusUnfit), "This cannot be done while the portal account is: {0}.", "account", status);

    /// <summary>The token accepts no invitation: it never did, or the invitation was accepted, replaced or taken back, or its time is over. Which of them is not said.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalInvitationUnknown() => Error(nameof(PortalInvitationUnknown), "This link accepts no invitation.", "token");

    /// <summary>Whoever administers has an organisation.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalRoleNeedsOrganisation() => Error(nameof(PortalRoleNeedsOrganisation), "Only an account of an organisation can administer.", "role");

    /// <summary>The account has this role.</summary>
    /// <param name="role">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PortalRoleUnchanged(string role) => Error(nameof(PortalRoleUnchanged), "The portal account has this role already: {0}.", "role", role);

    /// <summary>The address cannot be invited: somebody has it. Who, and whether as account or as customer, is not said.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalEmailUnavailable() => Error(nameof(PortalEmailUnavailable), "This e-mail address cannot be invited.", "email");

    /// <summary>Administrators leave their own account to others.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalOwnAccount() => Error(nameof(PortalOwnAccount), "Another administrator has to do this to your own account.", "account");

    /// <summary>The external service did not verify the address, or it is another one.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalIdentityUnverified() => Error(nameof(PortalIdentityUnverified), "Only an identity with a verified e-mail address can be linked.", "identity");

    /// <summary>An external identity is linked already.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalIdentityPresent() => Error(nameof(PortalIdentityPresent), "An external identity is linked already.", "identity");

    /// <summary>No external identity is linked.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalIdentityMissing() => Error(nameof(PortalIdentityMissing), "No external identity is linked.", "identity");

    /// <summary>The host gave no key for tokens, or names no template, so this library sends no invitations.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PortalSendingNotSetUp() => Error(nameof(PortalSendingNotSetUp), "Messages of the portal are not set up: a key and a template are missing.", "template");
}
