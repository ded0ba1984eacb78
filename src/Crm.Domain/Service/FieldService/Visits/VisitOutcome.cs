using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a technician reports of a visit.</summary>
/// <param name="Report">What was done.</param>
public sealed record VisitOutcome(string Report)
{
    /// <summary>The parts that were used.</summary>
    /// <value>Empty by default; at most <see cref="VisitParts.MaxKinds"/>.</value>
    public IReadOnlyList<VisitParts> PartsUsed { get; init; } = [];

    /// <summary>The time on site.</summary>
    /// <value>Null by default: from arrival to completion.</value>
    public Duration? OnSite { get; init; }

    /// <summary>The time of travel.</summary>
    /// <value>Null by default: from departure to arrival, where both were told.</value>
    public Duration? Travel { get; init; }

    /// <summary>Whether somebody must come again: the visit is to be planned anew.</summary>
    /// <value>False by default: the visit is done.</value>
    public bool NeedsReturn { get; init; }
}
