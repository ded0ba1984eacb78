using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A stay of a customer in a segment.</summary>
/// <param name="Id">The stay.</param>
/// <param name="Key">The segment's key.</param>
/// <param name="Name">What people call the segment.</param>
/// <param name="EnteredAt">When it began.</param>
/// <param name="EnteredBecause">Why it began.</param>
public sealed record SegmentStay(SegmentMembershipId Id, string Key, string Name, Instant EnteredAt, SegmentReason EnteredBecause)
{
    /// <summary>The version of the criteria by which it began; null where it began otherwise.</summary>
    public int? EnteredNumber { get; init; }

    /// <summary>Id of who put the customer in; null where criteria did.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>What was said about it.</summary>
    public string? EnteredNote { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>Why it ended; null while it lasts.</summary>
    public SegmentReason? LeftBecause { get; init; }

    /// <summary>The version of the criteria by which it ended; null where it ended otherwise.</summary>
    public int? LeftNumber { get; init; }

    /// <summary>Id of who took the customer out; null where criteria did.</summary>
    public string? LeftBy { get; init; }

    /// <summary>What was said about that.</summary>
    public string? LeftNote { get; init; }
}
