using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

public sealed partial class PortalAccount
{
    /// <summary>Whether it can act for somebody else.</summary>
    /// <param name="role">The other role.</param>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>, <c>PortalRoleUnchanged</c>, <c>PortalRoleNeedsOrganisation</c>.</returns>
    public CrmRuling CanChangeRole(PortalRole role) => IsIn(PortalAccountStatus.Invited, PortalAccountStatus.Active, PortalAccountStatus.Blocked)
        .Then(role == Role ? CrmRuling.Refused(e => e.PortalRoleUnchanged(e.NameOf(role))) : MayHave(role));

    /// <summary>Gives it another role. An invitation that is out was for the role before, so it leads nowhere any more; sessions begin anew.</summary>
    /// <param name="role">The other role.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed, has the role, or belongs to no organisation.</exception>
    public void ChangeRole(PortalRole role, Instant now)
    {
        CanChangeRole(Guard.Defined(role)).Demand();
        LoseInvitation();
        (Role, CredentialsSince) = (role, now);
        Raise(new PortalRoleChanged(Id, CustomerId, OrganisationId, role, now));
    }

    /// <summary>Whether it can be blocked.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanBlock() => IsIn(PortalAccountStatus.Active);

    /// <summary>Blocks it: sessions end, and nobody signs in.</summary>
    /// <param name="reason">Why; null for no reason given.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long or has control characters.</exception>
    /// <exception cref="CrmRuleException">It is not active.</exception>
    public void Block(string? reason, Instant now)
    {
        CanBlock().Demand();
        Reason = Guard.OptionalLine(reason, MaxReasonLength);
        (Status, CredentialsSince) = (PortalAccountStatus.Blocked, now);
        Raise(new PortalAccountBlocked(Id, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether it can be opened again.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanUnblock() => IsIn(PortalAccountStatus.Blocked);

    /// <summary>Opens it again; sessions from before stay ended.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not blocked.</exception>
    public void Unblock(Instant now)
    {
        CanUnblock().Demand();
        (Status, Reason, CredentialsSince) = (PortalAccountStatus.Active, null, now);
        Raise(new PortalAccountUnblocked(Id, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether it can be closed.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanClose() => IsIn(PortalAccountStatus.Invited, PortalAccountStatus.Active, PortalAccountStatus.Blocked);

    /// <summary>Closes it for good: sessions and an invitation end, the external identity is let go, and the address can be invited anew.</summary>
    /// <param name="reason">Why; null for no reason given.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long or has control characters.</exception>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void Close(string? reason, Instant now)
    {
        CanClose().Demand();
        Reason = Guard.OptionalLine(reason, MaxReasonLength);
        LoseInvitation();
        (Status, CredentialsSince, EmailKey, Issuer, Subject) = (PortalAccountStatus.Closed, now, null, null, null);
        Raise(new PortalAccountClosed(Id, CustomerId, OrganisationId, now));
    }
}
