using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>A product that a segment buys less than other customers do.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Product">The product.</param>
/// <param name="Customers">How many customers the segment has.</param>
/// <param name="Buyers">How many of them bought it.</param>
/// <param name="Expected">How many would have bought it at the share of the customers outside the segment.</param>
/// <param name="PValue">Fisher's test, one-sided, corrected for all segments and products that were looked at.</param>
public sealed record MissingPurchase(string Segment, PurchaseKey Product, int Customers, int Buyers, double Expected, double PValue);
