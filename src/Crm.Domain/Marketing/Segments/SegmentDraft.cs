using Crm.Domain.Criteria;

namespace Crm.Domain.Marketing;

/// <summary>A new segment.</summary>
/// <param name="Key">What programs and criteria call it: up to <see cref="Segment.MaxKeyLength"/> lower-case letters, digits, hyphens and underscores.</param>
/// <param name="Name">What people call it.</param>
public sealed record SegmentDraft(string Key, string Name)
{
    /// <summary>Whom it holds; null for a static list.</summary>
    public Criterion? Criteria { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Whether every customer that comes or leaves by criteria is an event.</summary>
    /// <value>True by default.</value>
    public bool AnnouncesMembers { get; init; } = true;
}
