namespace Crm.Persistence.EfCore.Customers;

/// <summary>What a merge did to a row.</summary>
public enum MergeRowChange
{
    /// <summary>It points at the survivor now.</summary>
    Moved,

    /// <summary>The merge made it.</summary>
    Added,

    /// <summary>The merge changed it.</summary>
    Changed,

    /// <summary>The merge removed it.</summary>
    Removed,
}
