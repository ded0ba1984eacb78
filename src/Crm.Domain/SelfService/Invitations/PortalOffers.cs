using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Makes the tokens of invitations, and the answers that hold them.</summary>
internal sealed class PortalOffers(PortalTokens tokens, SelfServiceOptions options, CrmActs acts)
{
    /// <summary>Why this library cannot send; null when it can.</summary>
    public CrmError? SendingObstacle => tokens.HasKey && options.InvitationTemplate is not null ? null : acts.Errors.PortalSendingNotSetUp();

    public Instant ExpiryOf(Instant now) => now + options.InvitationLifetime;

    /// <summary>The token of an invitation: derived where this library sends it, otherwise random.</summary>
    public string TokenOf(PortalAccountId id, int number, bool isSent) => isSent ? tokens.Of(id, number) : SecretToken.New();

    /// <summary>Offers an account again.</summary>
    /// <returns>The token where the host sends it; null where this library does.</returns>
    public string? Again(PortalAccount account, bool isSent, Instant now)
    {
        var token = TokenOf(account.Id, account.InvitationNumber + 1, isSent);
        account.Invite(SecretToken.HashOf(token)!, ExpiryOf(now), isSent, acts.Gate.Actor, now);
        return isSent ? null : token;
    }

    /// <summary>Makes an account with its first invitation.</summary>
    public (PortalAccount Account, string? Token) New(PortalAccountRequest request, Instant now)
    {
        var id = PortalAccountId.New(now);
        var token = TokenOf(id, 1, request.IsSent);
        return (new PortalAccount(id, request, SecretToken.HashOf(token)!, ExpiryOf(now), acts.Gate.Actor, now), request.IsSent ? null : token);
    }
}
