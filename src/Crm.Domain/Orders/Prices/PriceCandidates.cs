using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a store found that may price products.</summary>
/// <param name="Named">The list that was named, with or without its lines; null when there is none of that key or none was named.</param>
/// <param name="Prices">Prices that are valid on the day and in the currency, of any of the products and from any quantity.</param>
public sealed record PriceCandidates(PriceList? Named, IReadOnlyList<PriceCandidate> Prices);

/// <summary>One price that a product may have.</summary>
/// <param name="Sku">The product.</param>
/// <param name="From">The quantity from which it holds.</param>
/// <param name="Price">The price of one.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="PriceList">The price list, by its key.</param>
/// <param name="Since">The first day of what it comes from; null where it has none.</param>
/// <param name="AgreedAt">When it was agreed with the customer; null for what was not.</param>
public sealed record PriceCandidate(string Sku, decimal From, Money Price, PriceSource Source, string? PriceList, LocalDate? Since, Instant? AgreedAt);
