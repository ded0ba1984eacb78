using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What becomes of messages to cases that are closed. Cases that are not closed take every message.</summary>
public sealed record FollowUpPolicy
{
    /// <summary>Whether a closed case can be taken up again.</summary>
    /// <value><see cref="FollowUpPossible.Yes"/> by default.</value>
    public FollowUpPossible FollowUpPossible { get; init; }

    /// <summary>For how many days after closing: spans of 24 hours from the instant of closing, its end included. Afterwards a message opens a linked new case.</summary>
    /// <value>Null by default: for ever.</value>
    public int? ReopenWindowDays { get; init; }

    /// <summary>Whether a message goes into its case, or opens a new one.</summary>
    /// <param name="category">What its status means.</param>
    /// <param name="closedAt">When it was closed.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>True for into its case.</returns>
    public bool TakesFollowUp(CaseCategory category, Instant? closedAt, Instant now) => Guard.Defined(category) != CaseCategory.Closed
        || (FollowUpPossible == FollowUpPossible.Yes && (ReopenWindowDays is not { } days || closedAt is not { } closed || now - closed <= Duration.FromDays(days)));
}
