namespace Crm.Domain.Interactions;

/// <summary>Which status of a call can follow which.</summary>
public static class CallTransitions
{
    private static readonly Dictionary<CallStatus, CallStatus[]> s_next = new()
    {
        [CallStatus.Queued] = [CallStatus.Ringing, CallStatus.InProgress, CallStatus.Completed, CallStatus.Busy, CallStatus.NoAnswer, CallStatus.Failed, CallStatus.Cancelled, CallStatus.Voicemail],
        [CallStatus.Ringing] = [CallStatus.Queued, CallStatus.InProgress, CallStatus.Completed, CallStatus.Busy, CallStatus.NoAnswer, CallStatus.Failed, CallStatus.Cancelled, CallStatus.Voicemail],
        [CallStatus.InProgress] = [CallStatus.Queued, CallStatus.Ringing, CallStatus.Completed, CallStatus.Failed, CallStatus.Voicemail],
    };

    /// <summary>Whether a status is the last of its call.</summary>
    /// <param name="status">The status.</param>
    /// <returns>True for a call that is over.</returns>
    public static bool IsFinal(CallStatus status) => !s_next.ContainsKey(status);

    /// <summary>The statuses that can follow. A call that is put through to another line is queued or rings again.</summary>
    /// <param name="from">The status now.</param>
    /// <returns>The statuses; none for a call that is over.</returns>
    public static IReadOnlyList<CallStatus> From(CallStatus from) => s_next.GetValueOrDefault(from) ?? [];
}
