namespace Crm.Domain.Interactions;

/// <summary>What a sender answers.</summary>
public sealed record SendOutcome
{
    private SendOutcome(bool isSent, bool isFinal, string? reference, string? reason) => (IsSent, IsFinal, Reference, Reason) = (isSent, isFinal, reference, reason);

    /// <summary>Whether it took the message.</summary>
    public bool IsSent { get; }

    /// <summary>Whether trying again is of no use.</summary>
    public bool IsFinal { get; }

    /// <summary>The message's id at the sender.</summary>
    public string? Reference { get; }

    /// <summary>Why it did not take the message.</summary>
    public string? Reason { get; }

    /// <summary>It took the message.</summary>
    /// <param name="reference">The message's id at the sender.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Sent(string? reference = null) => new(true, true, reference, null);

    /// <summary>It could not take the message now.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome TryAgain(string reason) => new(false, false, null, reason);

    /// <summary>It will never take the message.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Rejected(string reason) => new(false, true, null, reason);
}
