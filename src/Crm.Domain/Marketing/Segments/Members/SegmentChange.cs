namespace Crm.Domain.Marketing;

/// <summary>Why a customer comes into a segment, or leaves it.</summary>
/// <param name="Reason">The kind of reason.</param>
public sealed record SegmentChange(SegmentReason Reason)
{
    /// <summary>The version of the criteria; null where criteria did not decide.</summary>
    public int? Number { get; init; }

    /// <summary>Id of who decided; null where criteria did.</summary>
    public string? By { get; init; }

    /// <summary>What was said about it, up to <see cref="SegmentMembership.MaxNoteLength"/> characters; null for nothing.</summary>
    public string? Note { get; init; }
}
