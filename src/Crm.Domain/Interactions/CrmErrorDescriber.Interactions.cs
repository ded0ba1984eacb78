namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>Contacts over this channel do not go this way.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="direction">Name of the direction.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DirectionNotPermitted(string channel, string direction) =>
        Error(nameof(DirectionNotPermitted), "A contact over {0} cannot go this way: {1}.", "direction", channel, direction);

    /// <summary>Nobody has this role in contacts over this channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="role">Name of the role.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RoleNotPermitted(string channel, string role) =>
        Error(nameof(RoleNotPermitted), "A contact over {0} has no participant of this role: {1}.", "participants", channel, role);

    /// <summary>Contacts over this channel are no calls.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CallNotPermitted(string channel) => Error(nameof(CallNotPermitted), "A contact over {0} is no call.", "call", channel);

    /// <summary>The contact is no call.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError CallMissing() => Error(nameof(CallMissing), "The interaction is no call.", "call");

    /// <summary>A call does not go from one status to the other.</summary>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CallTransitionNotAllowed(string from, string to) =>
        Error(nameof(CallTransitionNotAllowed), "The call cannot go from {0} to {1}.", "call", from, to);

    /// <summary>The interaction has no such participant.</summary>
    /// <param name="number">Number of the participant.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ParticipantNotFound(int number) => Error(nameof(ParticipantNotFound), "The interaction has no participant {0}.", "participant", number);

    /// <summary>The participant was not invited, so that there is nothing to answer.</summary>
    /// <param name="number">Number of the participant.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ParticipantNotInvited(int number) =>
        Error(nameof(ParticipantNotInvited), "Participant {0} was not invited and has nothing to answer.", "participant", number);
}
