namespace Crm.Domain.Customers;

/// <summary>A customer that an address leads to.</summary>
/// <param name="Address">The address.</param>
/// <param name="Match">The customer.</param>
public sealed record SenderCandidate(SenderAddress Address, SenderMatch Match);
