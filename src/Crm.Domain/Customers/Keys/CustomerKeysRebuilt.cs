namespace Crm.Domain.Customers;

/// <summary>What a rebuild of customer keys did.</summary>
/// <param name="Customers">Customers looked at.</param>
/// <param name="Changed">Customers whose keys were other than the rules say now.</param>
public sealed record CustomerKeysRebuilt(long Customers, long Changed);
