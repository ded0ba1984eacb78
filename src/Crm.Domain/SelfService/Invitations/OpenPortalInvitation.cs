using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>What the invited person reads before it accepts.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Role">For whom the account will act.</param>
/// <param name="Organisation">Name of the organisation that it belongs to; null for none.</param>
/// <param name="ExpiresAt">From when on it cannot be accepted.</param>
public sealed record OpenPortalInvitation(string Email, PortalRole Role, string? Organisation, Instant ExpiresAt);
