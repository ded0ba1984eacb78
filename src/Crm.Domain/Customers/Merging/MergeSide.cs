namespace Crm.Domain.Customers;

/// <summary>Where something comes from in a merge.</summary>
public enum MergeSide
{
    /// <summary>The customer that stays.</summary>
    Survivor,

    /// <summary>The customer that goes into the other.</summary>
    Absorbed,

    /// <summary>Both have it.</summary>
    Both,
}
