using Crm.Domain.Customers;

namespace Crm.Domain.Privacy;

/// <summary>What is known of one customer that decides whether it may be contacted, the consent ledger apart.</summary>
/// <param name="CustomerId">The living customer.</param>
/// <param name="Addresses">E-mail addresses and numbers, the primary ones first.</param>
/// <param name="HasPostalAddress">Whether a letter can be sent.</param>
public sealed record ContactFacts(CustomerId CustomerId, IReadOnlyList<ContactAddress> Addresses, bool HasPostalAddress);
