using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>An address that is never used again. Which one, only who has it and the host's key can tell.</summary>
/// <param name="Hash">The keyed hash; see <see cref="AddressHashes"/>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why: <c>erased</c>, or what the caller said; no personal data.</param>
public sealed record SuppressedAddress(string Hash, Instant Since, string Reason);
