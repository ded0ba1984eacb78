namespace Crm.Analytics.Purchases;

/// <summary>What kind of value a key holds.</summary>
public enum PurchaseKeyKind
{
    /// <summary>No key: the row names no customer, product or order.</summary>
    None,

    /// <summary>A 64-bit number.</summary>
    Int64,

    /// <summary>A text, compared and ordered by its UTF-16 code units.</summary>
    Text,

    /// <summary>A GUID.</summary>
    Guid,
}
