using Crm.Domain.Customers;
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

    /// <summary>The message template of codes; <c>{{portal.code}}</c> is the code and <c>{{portal.change}}</c> names the data.</summary>
    /// <value>Null by default: what would be confirmed by a code waits for staff.</value>
    public string? ConfirmationTemplate { get; set; }

    /// <summary>What becomes of changes that customers ask for, by kind of data.</summary>
    /// <value>By default addresses and the language are changed at once, e-mail addresses and numbers when a code is entered that went to the old address, and names when staff approves. A kind that is missing cannot be changed.</value>
    public IDictionary<OwnDataDomain, ChangePolicy> Changes { get; } = new Dictionary<OwnDataDomain, ChangePolicy>
    {
        [OwnDataDomain.Name] = ChangePolicy.Approve,
        [OwnDataDomain.Address] = ChangePolicy.Apply,
        [OwnDataDomain.Email] = ChangePolicy.Verify,
        [OwnDataDomain.Phone] = ChangePolicy.Verify,
        [OwnDataDomain.Language] = ChangePolicy.Apply,
    };

    /// <summary>How long a change waits for its code.</summary>
    /// <value>1 day by default; at most 7 days.</value>
    public Duration ConfirmationLifetime { get; set; } = Duration.FromDays(1);

    /// <summary>How long a change waits for staff.</summary>
    /// <value>30 days by default; at most 366 days.</value>
    public Duration ApprovalLifetime { get; set; } = Duration.FromDays(30);

    internal ChangePolicy PolicyOf(OwnDataDomain domain) => Changes.TryGetValue(domain, out var policy) ? policy : ChangePolicy.ReadOnly;

    internal bool IsUsable => InvitationLifetime > Duration.Zero && InvitationLifetime <= PortalAccount.LongestInvitation
        && SessionLifetime > Duration.Zero && SessionLifetime <= Duration.FromDays(30)
        && ConfirmationLifetime > Duration.Zero && ConfirmationLifetime <= Duration.FromDays(7) && ApprovalLifetime > Duration.Zero && ApprovalLifetime <= Duration.FromDays(366)
        && Changes.All(c => Enum.IsDefined(c.Key) && Enum.IsDefined(c.Value))
        && (ConfirmationTemplate is null || ConfirmationTemplate.Length is > 0 and <= MessageTemplate.MaxKeyLength)
        && (InvitationTemplate is null || (InvitationTemplate.Length is > 0 and <= MessageTemplate.MaxKeyLength));
}
