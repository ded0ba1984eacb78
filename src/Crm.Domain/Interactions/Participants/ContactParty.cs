using Crm.Domain.Customers;

namespace Crm.Domain.Interactions;

/// <summary>Somebody who takes part in a contact that is to be recorded.</summary>
/// <param name="Role">The part that the person has.</param>
/// <param name="Address">The number or address used, at most 320 characters; null where there is none.</param>
/// <param name="Name">The name shown, at most 200 characters; null where none is known.</param>
public sealed record ContactParty(ParticipantRole Role, string? Address = null, string? Name = null)
{
    /// <summary>The customer that this is, where it is known.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Id of the agent that this is, where it is one of ours.</summary>
    public string? AgentId { get; init; }

    /// <summary>What the person answered to the invitation so far.</summary>
    /// <value><see cref="Acceptance.None"/> by default.</value>
    public Acceptance Acceptance { get; init; }
}
