using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>A portal account, to be read by staff and by administrators of its organisation. It has nothing to sign in with.</summary>
/// <param name="Id">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="Role">For whom it acts.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="IsEmailProven">Whether it was proven that the address is its owner's.</param>
/// <param name="CreatedAt">When it was first offered.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="LastSignInAt">When it was last signed in to.</param>
/// <param name="InvitationExpiresAt">From when on the invitation leads nowhere; null while there is none.</param>
/// <param name="InvitationObstacle">Code of what kept the invitation from being sent.</param>
/// <param name="HasIdentity">Whether an external identity is linked.</param>
/// <param name="Version">The version that was read.</param>
public sealed record PortalAccountView(
    PortalAccountId Id,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    PortalRole Role,
    PortalAccountStatus Status,
    string Email,
    bool IsEmailProven,
    Instant CreatedAt,
    Instant? AcceptedAt,
    Instant? LastSignInAt,
    Instant? InvitationExpiresAt,
    string? InvitationObstacle,
    bool HasIdentity,
    long Version)
{
    /// <summary>Why it was blocked or closed.</summary>
    public string? Reason { get; init; }

    /// <summary>The view of a loaded account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>The view.</returns>
    public static PortalAccountView Of(PortalAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(
            account.Id, account.CustomerId, account.OrganisationId, account.Role, account.Status, account.Email, account.EmailProvenAt is not null, account.CreatedAt, account.AcceptedAt, account.LastSignInAt,
            account.InvitationExpiresAt, account.InvitationObstacle, account.Issuer is not null, account.Version) { Reason = account.Reason };
    }
}
