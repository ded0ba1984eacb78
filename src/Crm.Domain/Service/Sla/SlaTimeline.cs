using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Where a case stood with its service level at an instant: every promise, reckoned from what had happened.</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="Claims">Every promise so far, in the order in which their clocks began, first response before next response before resolution.</param>
public sealed record SlaTimeline(Instant AsOf, IReadOnlyList<SlaClaim> Claims)
{
    /// <summary>When the first answer was given.</summary>
    public Instant? FirstRespondedAt { get; init; }

    /// <summary>When the case was resolved; null when it is open.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>The earliest deadline that is open and whose clock runs, be it past or to come.</summary>
    public Instant? NextDue => Claims.Where(c => c.IsOpen).Min(c => c.Due);

    /// <summary>The promise of a kind that was made last.</summary>
    /// <param name="target">The kind.</param>
    /// <returns>The promise; null when there was none.</returns>
    public SlaClaim? Latest(SlaTarget target) => Claims.LastOrDefault(c => c.Target == target);

    /// <summary>The promise of a kind that took the most business time of those that were fulfilled: the exchange to be judged by.</summary>
    /// <param name="target">The kind.</param>
    /// <returns>The promise; null when none was fulfilled.</returns>
    public SlaClaim? Worst(SlaTarget target) =>
        Claims.Where(c => c.Target == target && !c.IsOpen && c.Status != SlaTargetStatus.Cancelled).MaxBy(c => c.Used);

    /// <summary>The case as a whole: missed when any promise is, else paused or running when any is open, else met; null without any.</summary>
    public SlaTargetStatus? Status
    {
        get
        {
            var counted = Claims.Where(c => c.Status != SlaTargetStatus.Cancelled).Select(c => c.Status).ToHashSet();
            SlaTargetStatus[] order = [SlaTargetStatus.Missed, SlaTargetStatus.Running, SlaTargetStatus.Paused, SlaTargetStatus.Met];
            return counted.Count == 0 ? null : order.First(counted.Contains);
        }
    }
}
