namespace Crm.Domain.Service;

/// <summary>How one kind of promise was kept.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Priority">The priority.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Team">The team that had the cases; null for none.</param>
public sealed record SlaComplianceRow(string Policy, CasePriority Priority, SlaTarget Target, string? Team)
{
    /// <summary>Promises that were fulfilled in time.</summary>
    public required int Met { get; init; }

    /// <summary>Promises whose time was used up, fulfilled later or not.</summary>
    public required int Missed { get; init; }

    /// <summary>Promises that are open, have time left, and whose clock runs.</summary>
    public required int Running { get; init; }

    /// <summary>Promises that are open, have time left, and whose clock stands still.</summary>
    public required int Paused { get; init; }

    /// <summary>Promises that were taken back before they were fulfilled.</summary>
    public required int Cancelled { get; init; }

    /// <summary>All promises.</summary>
    public int Count => Met + Missed + Running + Paused + Cancelled;

    /// <summary>Met ÷ (met + missed), from 0 to 1; null while nothing is decided.</summary>
    public double? Compliance => Met + Missed == 0 ? null : (double)Met / (Met + Missed);

    /// <summary>The business minutes that fulfilled promises took; null when none was.</summary>
    public SlaMinutes? Used { get; init; }

    /// <summary>The business minutes by which promises were missed, up to the instant of the report where they are open; null when none was.</summary>
    public SlaMinutes? MissedBy { get; init; }

    /// <summary>The share of all promises of the row that stand so.</summary>
    /// <param name="status">How they stand.</param>
    /// <returns>From 0 to 1.</returns>
    public double Share(SlaTargetStatus status) => (status switch
    {
        SlaTargetStatus.Met => Met,
        SlaTargetStatus.Missed => Missed,
        SlaTargetStatus.Running => Running,
        SlaTargetStatus.Paused => Paused,
        _ => Cancelled,
    }) / (double)Count;
}
