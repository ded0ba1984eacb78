using Crm.Domain.Marketing;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>How far the members of a dynamic segment are: they are those of the criteria at a moment.</summary>
internal sealed class SegmentProgress
{
    /// <summary>Longest name of a time zone.</summary>
    public const int MaxZoneLength = 100;

    /// <summary>Longest problem.</summary>
    public const int MaxProblemLength = 1_000;

    /// <summary>The segment.</summary>
    public SegmentId SegmentId { get; init; }

    /// <summary>The epoch of the segment that the members belong to.</summary>
    public int Epoch { get; init; }

    /// <summary>The moment.</summary>
    public Instant Moment { get; init; }

    /// <summary>The zone in which days were counted.</summary>
    public required string Zone { get; init; }

    /// <summary>Why the last refresh left the segment as it was; null where it did not. The members are found anew then.</summary>
    public string? Problem { get; init; }
}
