namespace Crm.Domain.SelfService;

/// <summary>An invitation, with the token for the link where the host sends it; of the token only a hash is kept.</summary>
/// <param name="Account">The account.</param>
/// <param name="Token">The token, this once. It is for the account's address alone; null where this library sends it.</param>
public sealed record IssuedPortalInvitation(PortalAccountView Account, string? Token);
