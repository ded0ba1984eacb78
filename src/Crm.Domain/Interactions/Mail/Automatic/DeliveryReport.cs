namespace Crm.Domain.Interactions;

/// <summary>What a mail system reports of a message that we sent (RFC 3464).</summary>
/// <param name="Recipients">One outcome for each recipient that the report names.</param>
public sealed record DeliveryReport(IReadOnlyList<RecipientOutcome> Recipients)
{
    /// <summary>The Message-ID of the message that the report is about, with its angle brackets.</summary>
    /// <value>Null when the report does not return the message's headers.</value>
    public string? OriginalMessageId { get; init; }

    /// <summary>True when at least one recipient will never get the message: the address should not be mailed again.</summary>
    public bool HasPermanentFailure => Recipients.Any(recipient => recipient.IsPermanentFailure);
}
