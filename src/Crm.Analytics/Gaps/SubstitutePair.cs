using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>Two products that the same customers buy, but at different times: each in place of the other.</summary>
/// <param name="First">The product with the smaller key.</param>
/// <param name="Second">The other.</param>
/// <param name="Customers">How many customers bought both.</param>
/// <param name="Together">In how many of their purchases both were, beside something else.</param>
/// <param name="Expected">In how many both would be if each customer put its own into its purchases independently.</param>
/// <param name="PValue">The probability of so few together by chance (Mantel-Haenszel over customers, one-sided), corrected for all pairs.</param>
/// <remarks>Only purchases with a third product count: of the others one is known to be there, which alone keeps two from being there together. Source: N. Mantel, W. Haenszel, "Statistical Aspects of the Analysis of Data From Retrospective Studies of Disease", JNCI 22 (1959).</remarks>
public sealed record SubstitutePair(PurchaseKey First, PurchaseKey Second, int Customers, int Together, double Expected, double PValue);
