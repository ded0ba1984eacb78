using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What an erasure does, before it is done or as it was done.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Rows">What becomes of the rows of each table, by name.</param>
/// <param name="SuppressedAddresses">How many addresses and numbers are never used again.</param>
public sealed record ErasurePlan(CustomerId CustomerId, IReadOnlyList<ErasureRows> Rows, int SuppressedAddresses)
{
    /// <summary>When it was done; null in a dry run.</summary>
    public Instant? ErasedAt { get; init; }
}
