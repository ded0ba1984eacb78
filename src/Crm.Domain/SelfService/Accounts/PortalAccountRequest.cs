using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>Who is to get a portal account.</summary>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="Email">The address to sign in with. The invitation goes there and nowhere else.</param>
public sealed record PortalAccountRequest(CustomerId CustomerId, EmailAddress Email)
{
    /// <summary>The organisation that the account belongs to.</summary>
    /// <value>Null by default: none.</value>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>For whom it acts.</summary>
    /// <value>A member by default; an administrator needs an organisation.</value>
    public PortalRole Role { get; init; }

    /// <summary>Whether this library sends the invitation by <see cref="SelfServiceOptions.InvitationTemplate"/>; otherwise the host sends the token.</summary>
    /// <value>False by default.</value>
    public bool IsSent { get; init; }
}
