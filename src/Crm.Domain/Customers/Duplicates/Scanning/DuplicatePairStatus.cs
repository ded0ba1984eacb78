namespace Crm.Domain.Customers;

/// <summary>What became of a pair.</summary>
public enum DuplicatePairStatus
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>One of the two was merged, into the other or a third; open again when that merge is undone.</summary>
    Merged,

    /// <summary>Somebody looked and said that they are two; no scan brings the pair back.</summary>
    NotDuplicate,
}
