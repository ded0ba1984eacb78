using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>A colleague whom an administrator invites.</summary>
/// <param name="Name">The colleague's name.</param>
/// <param name="Email">The colleague's address; the invitation goes there, and nobody else sees its token.</param>
/// <param name="Role">For whom the account will act.</param>
public sealed record ColleagueInvitation(PersonName Name, EmailAddress Email, PortalRole Role = PortalRole.Member);
