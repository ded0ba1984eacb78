using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Somebody who took part in a contact. Part of <see cref="Interaction"/>; changed by its acts.</summary>
public sealed class InteractionParticipant : Participant
{
    private InteractionParticipant()
    {
    }

    internal InteractionParticipant(int number, ContactParty party, Instant now)
        : base(number, party)
    {
        if (Acceptance != Acceptance.None)
        {
            Answer(Acceptance, now);
        }
    }
}
