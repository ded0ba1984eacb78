namespace Crm.Analytics.Profit;

/// <summary>How much a customer matters by an amount.</summary>
public enum AbcClass
{
    /// <summary>The few who have most of it.</summary>
    A,

    /// <summary>Those who follow.</summary>
    B,

    /// <summary>The many who have little, or nothing.</summary>
    C,
}
