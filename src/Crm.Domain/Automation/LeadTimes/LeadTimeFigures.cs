using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>How long it took, in elapsed time.</summary>
/// <param name="Begun">How many began in the window.</param>
/// <param name="Ended">How many of them had ended as of the moment.</param>
/// <param name="Mean">The mean of those that had ended; null without any.</param>
/// <param name="Median">The median of those that had ended: the middle one, or the mean of the two in the middle.</param>
/// <param name="P90">How long the fastest nine in ten took at most (nearest rank).</param>
/// <param name="Longest">The longest.</param>
public sealed record LeadTimeFigures(long Begun, long Ended, Duration? Mean, Duration? Median, Duration? P90, Duration? Longest)
{
    /// <summary>How many were open as of the moment. While there are many, the other figures flatter: they tell of the fast ones alone.</summary>
    public long Open => Begun - Ended;
}
