namespace Crm.Analytics.Profit;

/// <summary>By what costs that no customer causes are shared among customers.</summary>
public enum OverheadBasis
{
    /// <summary>Each customer the same.</summary>
    Customers,

    /// <summary>By sales after discounts and returns; customers with none or less take no part.</summary>
    Sales,
}
