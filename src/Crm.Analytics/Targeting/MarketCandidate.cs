namespace Crm.Analytics.Targeting;

/// <summary>Conditions by their places, ascending, with the customers who meet all of them.</summary>
internal sealed record MarketCandidate(int[] Conditions, ulong[] Bits, int Customers, int Targets, double Accuracy);
