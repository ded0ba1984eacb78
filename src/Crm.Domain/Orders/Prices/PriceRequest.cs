using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What is to be priced, for whom and when.</summary>
/// <param name="CustomerId">The customer; null for somebody who is none yet.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Day">The day, in the business's own time zone.</param>
/// <param name="Quantities">How much of each product, by stock-keeping unit; several lines of one product count together.</param>
public sealed record PriceRequest(CustomerId? CustomerId, Currency Currency, LocalDate Day, IReadOnlyDictionary<string, decimal> Quantities)
{
    /// <summary>A price list that comes before all others, by its key.</summary>
    public string? PriceList { get; init; }
}
