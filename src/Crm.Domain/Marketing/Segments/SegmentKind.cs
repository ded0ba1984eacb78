namespace Crm.Domain.Marketing;

/// <summary>Who decides on the members of a segment.</summary>
public enum SegmentKind
{
    /// <summary>Criteria do; refreshes let customers in and out.</summary>
    Dynamic,

    /// <summary>People and imports do, by name.</summary>
    Static,
}
