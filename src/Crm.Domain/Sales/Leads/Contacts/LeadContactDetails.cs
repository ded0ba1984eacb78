using Crm.Domain.Interactions;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What is known of a contact with a lead that is no customer yet.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Subject">One line: what it was about; at most <see cref="LeadContact.MaxSubjectLength"/> characters.</param>
public sealed record LeadContactDetails(ChannelKey Channel, Direction Direction, string Subject)
{
    /// <summary>What was said or written, at most <see cref="LeadContact.MaxBodyLength"/> characters.</summary>
    public string? Body { get; init; }

    /// <summary>When it began.</summary>
    /// <value>Null by default: now. Not in the future.</value>
    public Instant? At { get; init; }

    /// <summary>How long it took.</summary>
    public Duration? Duration { get; init; }

    /// <summary>The agent it is tied to.</summary>
    /// <value>Null by default: the acting agent.</value>
    public string? AgentId { get; init; }

    /// <summary>The lead's number or address in this contact.</summary>
    public string? Address { get; init; }
}
