using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A segment in a list.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Kind">Who decides on its members.</param>
/// <param name="Number">The version of its criteria; zero for a static list.</param>
/// <param name="Members">How many customers are in it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ArchivedAt">Since when it is out of use.</param>
public sealed record SegmentSummary(SegmentId Id, string Key, string Name, string? Description, SegmentKind Kind, int Number, int Members, Instant CreatedAt, Instant? ArchivedAt)
{
    /// <summary>The moment to which its members are up to date; null for a static list, and where it was not refreshed since its criteria changed.</summary>
    public Instant? RefreshedAt { get; init; }

    /// <summary>Why refreshes leave it as it is, as code and text; null where they do not.</summary>
    public string? Problem { get; init; }
}
