namespace Crm.Domain.Marketing;

/// <summary>How the members of a segment were found.</summary>
public enum SegmentRefreshMode
{
    /// <summary>By asking of every customer.</summary>
    Rebuild,

    /// <summary>By asking of those alone whose answer can have changed.</summary>
    Update,
}
