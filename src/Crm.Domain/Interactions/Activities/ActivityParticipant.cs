using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Somebody who takes part in an activity. Part of <see cref="Activity"/>; changed by its acts.</summary>
public sealed class ActivityParticipant
{
    private ActivityParticipant()
    {
    }

    internal ActivityParticipant(int number, ContactParty party)
    {
        Number = number;
        Role = party.Role is ParticipantRole.Organiser or ParticipantRole.Required or ParticipantRole.Optional
            ? party.Role
            : throw new ArgumentException("Who takes part organises, is required or is optional.", nameof(party));
        Address = Guard.OptionalLine(party.Address, Activity.MaxAddressLength);
        Name = Guard.OptionalLine(party.Name, Activity.MaxSubjectLength);
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

    /// <summary>Organiser, required or optional.</summary>
    public ParticipantRole Role { get; private set; }

    /// <summary>The e-mail address for invitations.</summary>
    public string? Address { get; private set; }

    /// <summary>The name shown.</summary>
    public string? Name { get; private set; }

    /// <summary>The customer that this is.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>Id of the agent that this is.</summary>
    public string? AgentId { get; private set; }

    /// <summary>What the person answered.</summary>
    public Acceptance Acceptance { get; private set; }

    /// <summary>When the person answered, by the answer's own time where it has one; null while nothing was answered.</summary>
    public Instant? AnsweredAt { get; private set; }

    internal ContactParty ToParty() => new(Role, Address, Name) { CustomerId = CustomerId, AgentId = AgentId };

    internal void Answer(Acceptance acceptance, Instant? at) => (Acceptance, AnsweredAt) = (acceptance, at);
}
