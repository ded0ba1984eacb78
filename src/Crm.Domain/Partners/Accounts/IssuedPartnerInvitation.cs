namespace Crm.Domain.Partners;

/// <summary>An invitation with its token, which is shown once: only its hash is kept.</summary>
/// <param name="Account">The account.</param>
/// <param name="Token">The token.</param>
public sealed record IssuedPartnerInvitation(PartnerAccount Account, string Token);
