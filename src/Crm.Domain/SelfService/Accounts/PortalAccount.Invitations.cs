using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

public sealed partial class PortalAccount
{
    /// <summary>How long an invitation holds at most: 72 hours.</summary>
    public static Duration LongestInvitation { get; } = Duration.FromHours(72);

    /// <summary>How many times it was offered; an invitation counts only while its number is this.</summary>
    public int InvitationNumber { get; private set; }

    /// <summary>From when on the invitation leads nowhere; null while there is none.</summary>
    public Instant? InvitationExpiresAt { get; private set; }

    /// <summary>Who invited last: id in the host's user directory, or of the administrator's account.</summary>
    public string InvitedById { get; private set; }

    /// <summary>Code of what kept the invitation from being sent; null where nothing did.</summary>
    public string? InvitationObstacle { get; private set; }

    /// <summary>Whether an invitation is open, whatever its time.</summary>
    public bool HasInvitation => TokenHash is not null;

    internal string? TokenHash { get; private set; }

    /// <summary>Whether it can be offered again.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanInvite() => IsIn(PortalAccountStatus.Invited);

    /// <summary>Offers it again: the invitation before leads nowhere any more.</summary>
    /// <param name="tokenHash">The hash of the new token.</param>
    /// <param name="expiresAt">From when on the token leads nowhere: at most 72 hours from now.</param>
    /// <param name="isSent">Whether this library sends it.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The invitation is too long.</exception>
    /// <exception cref="CrmRuleException">It was accepted or closed.</exception>
    public void Invite(string tokenHash, Instant expiresAt, bool isSent, Actor by, Instant now)
    {
        CanInvite().Demand();
        Offer(tokenHash, expiresAt, isSent, by, now);
    }

    /// <summary>Whether it can be noted that the invitation was not sent.</summary>
    /// <returns>The ruling; refused with <c>PortalAccountStatusUnfit</c>.</returns>
    public CrmRuling CanMarkUnsent() => IsIn(PortalAccountStatus.Invited);

    /// <summary>Notes that the invitation was not sent, so that whoever invited can see to it.</summary>
    /// <param name="obstacle">Code of what stood in the way.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was accepted or closed.</exception>
    public void MarkUnsent(string obstacle, Instant now)
    {
        CanMarkUnsent().Demand();
        InvitationObstacle = Guard.Line(obstacle, 100);
        Raise(new PortalInvitationUnsent(Id, CustomerId, InvitationObstacle, now));
    }

    /// <summary>Whether the invitation can be accepted.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>PortalInvitationUnknown</c>, whatever the reason.</returns>
    public CrmRuling CanAccept(Instant now) => Status == PortalAccountStatus.Invited && TokenHash is not null && now < InvitationExpiresAt
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.PortalInvitationUnknown());

    /// <summary>The invited person accepts by the token, which is used up and proves the address that it went to.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no invitation, or its time is over.</exception>
    public void Accept(Instant now)
    {
        CanAccept(now).Demand();
        LoseInvitation();
        (Status, AcceptedAt, EmailProvenAt, CredentialsSince) = (PortalAccountStatus.Active, now, now, now);
        Raise(new PortalInvitationAccepted(Id, CustomerId, OrganisationId, now));
    }

    private void Offer(string tokenHash, Instant expiresAt, bool isSent, Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        var hash = Guard.Line(tokenHash, 64);
        if (expiresAt <= now || expiresAt - now > LongestInvitation)
        {
            throw new ArgumentOutOfRangeException(nameof(expiresAt), "An invitation holds for at most 72 hours.");
        }

        (TokenHash, InvitationExpiresAt, InvitedById, InvitationObstacle) = (hash, expiresAt, by.Id, null);
        InvitationNumber++;
        Raise(new PortalAccountInvited(Id, CustomerId, OrganisationId, Role, InvitationNumber, isSent, expiresAt, now));
    }

    private void LoseInvitation() => (TokenHash, InvitationExpiresAt, InvitationObstacle) = (null, null, null);
}
