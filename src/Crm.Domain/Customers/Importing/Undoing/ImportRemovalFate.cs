namespace Crm.Domain.Customers;

/// <summary>Whether a customer went with the undoing of its import.</summary>
public enum ImportRemovalFate
{
    /// <summary>It went.</summary>
    Removed,

    /// <summary>It was gone before.</summary>
    Gone,

    /// <summary>It stays, since it was merged into another.</summary>
    Merged,

    /// <summary>It stays, since it was changed.</summary>
    Changed,

    /// <summary>It stays, since other records point at it.</summary>
    InUse,
}
