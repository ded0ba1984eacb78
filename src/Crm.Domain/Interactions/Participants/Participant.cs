using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Somebody who takes part in a contact or an activity, as each keeps it in a table of its own.</summary>
public abstract class Participant
{
    private protected Participant()
    {
    }

    private protected Participant(int number, ContactParty party)
    {
        Number = number;
        Role = Guard.Defined(party.Role);
        Address = Guard.OptionalLine(party.Address, Interaction.MaxAddressLength);
        Name = Guard.OptionalLine(party.Name, Interaction.MaxSubjectLength);
        CustomerId = party.CustomerId is { } customer ? Guard.NotEmpty(customer) : null;
        AgentId = Guard.OptionalLine(party.AgentId, Actor.MaxIdLength);
        Acceptance = Guard.Defined(party.Acceptance);
        if (Address is null && Name is null && CustomerId is null && AgentId is null)
        {
            throw new ArgumentException("Who takes part has an address, a name, or is a known customer or agent.", nameof(party));
        }
    }

    /// <summary>Place among the participants, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The part that the person has.</summary>
    public ParticipantRole Role { get; private set; }

    /// <summary>The number or address used.</summary>
    public string? Address { get; private set; }

    /// <summary>The name shown.</summary>
    public string? Name { get; private set; }

    /// <summary>The customer that this is.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>Id of the agent that this is.</summary>
    public string? AgentId { get; private set; }

    /// <summary>What the person answered to the invitation.</summary>
    public Acceptance Acceptance { get; private set; }

    /// <summary>When the person answered last, by the answer's own time where it has one; null while nothing was answered.</summary>
    public Instant? AnsweredAt { get; private set; }

    internal void Answer(Acceptance acceptance, Instant? at) => (Acceptance, AnsweredAt) = (acceptance, at);
}
