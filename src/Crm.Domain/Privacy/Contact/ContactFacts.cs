using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What is known of one customer that decides whether it may be contacted, the consent ledger apart.</summary>
/// <param name="CustomerId">The living customer.</param>
/// <param name="Addresses">E-mail addresses and numbers, the primary ones first.</param>
/// <param name="HasPostalAddress">Whether a letter can be sent.</param>
/// <param name="Measures">Restrictions and legal holds, those that ended included.</param>
/// <param name="ErasedAt">When the customer's data were erased; null while they are here.</param>
public sealed record ContactFacts(
    CustomerId CustomerId, IReadOnlyList<ContactAddress> Addresses, bool HasPostalAddress, IReadOnlyList<PrivacyMeasureRecord> Measures, Instant? ErasedAt);
