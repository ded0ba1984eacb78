using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What is known of a customer that decides whether it can be erased.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="ErasedAt">When it was erased before.</param>
/// <param name="Addresses">Its e-mail addresses and numbers.</param>
public sealed record ErasureSubject(CustomerIdentity Identity, Instant? ErasedAt, IReadOnlyList<ContactAddress> Addresses);
