namespace Crm.Domain.Customers;

/// <summary>Some customers of a scan with those that they are compared with.</summary>
/// <param name="Ids">The customers of the batch, in order; none at the end.</param>
/// <param name="Customers">They and their partners with contact points and addresses, by id, not tracked.</param>
/// <param name="Pairs">Who is compared with whom, the lower id first, each once, in order.</param>
public sealed record DuplicateBatch(
    IReadOnlyList<CustomerId> Ids, IReadOnlyDictionary<CustomerId, Customer> Customers, IReadOnlyList<(CustomerId First, CustomerId Second)> Pairs);
