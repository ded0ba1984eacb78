using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// How long a customer waited for answers: from the first message that was not answered to the next response of ours. What the
/// customer sends while it waits starts no wait of its own, so each answer ends one wait.
/// </summary>
/// <param name="Count">How many waits ended with an answer.</param>
/// <param name="Median">The median wait; the mean of the two in the middle where their number is even. Null when there was none.</param>
/// <param name="Mean">The mean wait. Null when there was none.</param>
/// <param name="WaitingSince">Since when the customer waits now; null while it does not.</param>
public sealed record ResponseTimes(int Count, Duration? Median, Duration? Mean, Instant? WaitingSince)
{
    /// <summary>No contact yet.</summary>
    public static ResponseTimes None { get; } = new(0, null, null, null);

    /// <summary>Computes the waits of one customer.</summary>
    /// <param name="moments">The customer's contacts, in order of time; a question and a response at the same instant are no wait.</param>
    /// <returns>The waits.</returns>
    public static ResponseTimes Of(IEnumerable<ContactMoment> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var waits = new List<Duration>();
        Instant? since = null;
        foreach (var moment in moments)
        {
            if (moment.AwaitsAnswer)
            {
                since ??= moment.At;
            }
            else if (moment.IsResponse && since is { } asked)
            {
                waits.Add(moment.At - asked);
                since = null;
            }
        }

        if (waits.Count == 0)
        {
            return None with { WaitingSince = since };
        }

        waits.Sort();
        var middle = waits.Count / 2;
        var median = waits.Count % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2;
        return new ResponseTimes(waits.Count, median, waits.Aggregate(Duration.Zero, (sum, wait) => sum + wait) / waits.Count, since);
    }
}
