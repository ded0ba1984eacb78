namespace Crm.Domain.Interactions;

/// <summary>Somebody who takes part in an activity: organiser, required or optional. Part of <see cref="Activity"/>; changed by its acts.</summary>
public sealed class ActivityParticipant : Participant
{
    private ActivityParticipant()
    {
    }

    internal ActivityParticipant(int number, ContactParty party)
        : base(number, party)
    {
        if (Role is not (ParticipantRole.Organiser or ParticipantRole.Required or ParticipantRole.Optional))
        {
            throw new ArgumentException("Who takes part organises, is required or is optional.", nameof(party));
        }
    }

    internal ContactParty ToParty() => new(Role, Address, Name) { CustomerId = CustomerId, AgentId = AgentId };
}
