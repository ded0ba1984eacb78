namespace Crm.Domain.Interactions;

/// <summary>What became of one recipient.</summary>
/// <param name="Address">The recipient's address as the report gives it.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c> (RFC 3464 section 2.3.3).</param>
/// <param name="Status">The enhanced status code such as <c>5.1.1</c> (RFC 3463); null when the report has none.</param>
/// <param name="Diagnostic">The other server's own words, such as <c>550 No such user</c>; null when the report has none.</param>
public sealed record RecipientOutcome(string Address, string Action, string? Status, string? Diagnostic)
{
    /// <summary>True when the message did not and will not arrive.</summary>
    public bool IsFailure => Action == "failed";

    /// <summary>
    /// True when sending again is no use: it failed and the status is of class 5, or there is no status. A failure of class 4 (gave up
    /// waiting, mailbox full for now) says nothing lasting about the address.
    /// </summary>
    public bool IsPermanentFailure => IsFailure && Status is not ['4', ..];
}
