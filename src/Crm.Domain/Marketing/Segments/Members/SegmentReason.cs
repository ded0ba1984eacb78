namespace Crm.Domain.Marketing;

/// <summary>Why a customer came into a segment, or left it.</summary>
public enum SegmentReason
{
    /// <summary>The criteria hold since, or hold no longer.</summary>
    Criteria,

    /// <summary>Somebody said so.</summary>
    Hand,

    /// <summary>A file or another system said so.</summary>
    Import,

    /// <summary>Two customers became one, or one became two again.</summary>
    Merge,

    /// <summary>The customer's data were erased.</summary>
    Erasure,

    /// <summary>Processing of the customer's data is restricted.</summary>
    Restriction,
}
