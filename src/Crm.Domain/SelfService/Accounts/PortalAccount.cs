using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// The right of somebody to sign in to the portal for a customer. Passwords and sessions are the host's; this says whether they count, since
/// when, and for whom the account acts.
/// </summary>
public sealed partial class PortalAccount : AggregateRoot<PortalAccountId>
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest issuer, and longest subject, of an external identity.</summary>
    public const int MaxIdentityLength = 255;

    private PortalAccount() => Email = InvitedById = null!;

    /// <summary>Invites somebody to a new account.</summary>
    /// <param name="id">The id.</param>
    /// <param name="request">Who is to get it.</param>
    /// <param name="tokenHash">The hash of the token that accepts it.</param>
    /// <param name="expiresAt">From when on the token leads nowhere: at most 72 hours from now.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">An id is empty, or the invitation is too long.</exception>
    /// <exception cref="CrmRuleException">An administrator has no organisation.</exception>
    public PortalAccount(PortalAccountId id, PortalAccountRequest request, string tokenHash, Instant expiresAt, Actor by, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Email, nameof(request));
        CustomerId = Guard.NotEmpty(request.CustomerId);
        OrganisationId = request.OrganisationId is { } organisation ? Guard.NotEmpty(organisation) : null;
        MayHave(Guard.Defined(request.Role)).Demand();
        (Role, Email, EmailKey, CreatedAt, CredentialsSince) = (request.Role, request.Email.Value, request.Email.Normalized, now, now);
        InvitedById = string.Empty;
        Offer(tokenHash, expiresAt, request.IsSent, by, now);
    }

    /// <summary>The customer whom it is for.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The organisation that it belongs to; null for none.</summary>
    public CustomerId? OrganisationId { get; private set; }

    /// <summary>For whom it acts.</summary>
    public PortalRole Role { get; private set; }

    /// <summary>Where it stands.</summary>
    public PortalAccountStatus Status { get; private set; }

    /// <summary>The address to sign in with, as written.</summary>
    public string Email { get; private set; }

    /// <summary>By which two notations of the address are the same; of all accounts that are not closed one has it. Null once closed.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>When it was proven that the address is its owner's; null until then.</summary>
    public Instant? EmailProvenAt { get; private set; }

    /// <summary>When it was first offered.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was accepted; null until then. Only from then on an administrator sees what is its customer's.</summary>
    public Instant? AcceptedAt { get; private set; }

    /// <summary>When it was last signed in to.</summary>
    public Instant? LastSignInAt { get; private set; }

    /// <summary>Passwords and sessions from before this instant do not count any more.</summary>
    public Instant CredentialsSince { get; private set; }

    /// <summary>Why it was blocked or closed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it can be signed in to.</summary>
    public bool IsActive => Status == PortalAccountStatus.Active;

    /// <summary>Whether an administrator of an organisation manages this account.</summary>
    /// <param name="organisationId">The organisation of the administrator.</param>
    /// <returns>True when it belongs to that organisation.</returns>
    public bool BelongsTo(CustomerId organisationId) => OrganisationId == organisationId;

    private CrmRuling MayHave(PortalRole role) => role == PortalRole.Administrator && OrganisationId is null
        ? CrmRuling.Refused(e => e.PortalRoleNeedsOrganisation())
        : CrmRuling.Permitted;

    private CrmRuling IsIn(params ReadOnlySpan<PortalAccountStatus> statuses)
    {
        var status = Status;
        return statuses.Contains(status) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PortalAccountStatusUnfit(e.NameOf(status)));
    }
}
