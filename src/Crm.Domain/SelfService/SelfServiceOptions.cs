using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>What holds for the portal.</summary>
public sealed class SelfServiceOptions
{
    /// <summary>
    /// The secret under which tokens and codes in messages are made: at least 32 random bytes as Base64, kept apart from the database.
    /// When it is changed, what is out stays good, since only hashes are asked.
    /// </summary>
    /// <value>Null by default: this library sends no invitations and no codes.</value>
    public string? TokenKey { get; set; }

    /// <summary>The message template of invitations; <c>{{portal.token}}</c> is the token.</summary>
    /// <value>Null by default: this library sends no invitations.</value>
    public string? InvitationTemplate { get; set; }

    /// <summary>How long an invitation holds.</summary>
    /// <value>72 hours by default, which is the most.</value>
    public Duration InvitationLifetime { get; set; } = PortalAccount.LongestInvitation;

    /// <summary>How long a session lasts at most, whatever its owner does.</summary>
    /// <value>12 hours by default; at most 30 days.</value>
    public Duration SessionLifetime { get; set; } = Duration.FromHours(12);

    internal bool IsUsable => InvitationLifetime > Duration.Zero && InvitationLifetime <= PortalAccount.LongestInvitation
        && SessionLifetime > Duration.Zero && SessionLifetime <= Duration.FromDays(30)
        && (InvitationTemplate is null || (InvitationTemplate.Length is > 0 and <= MessageTemplate.MaxKeyLength));
}
