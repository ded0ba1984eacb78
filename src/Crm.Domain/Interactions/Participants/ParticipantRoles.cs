namespace Crm.Domain.Interactions;

/// <summary>Sets of roles that channels have.</summary>
public static class ParticipantRoles
{
    /// <summary>Sender and receivers.</summary>
    public static IReadOnlyList<ParticipantRole> OfMessages { get; } = [ParticipantRole.From, ParticipantRole.To];

    /// <summary>Sender, receivers and those who get an open copy.</summary>
    public static IReadOnlyList<ParticipantRole> OfLetters { get; } = [.. OfMessages, ParticipantRole.Cc];

    /// <summary>Sender, receivers and those who get a copy, open or not.</summary>
    public static IReadOnlyList<ParticipantRole> OfMail { get; } = [.. OfLetters, ParticipantRole.Bcc];

    /// <summary>Who calls and who is called.</summary>
    public static IReadOnlyList<ParticipantRole> OfCalls { get; } = [ParticipantRole.Caller, ParticipantRole.Called];

    /// <summary>Who invites, and who must or may be there.</summary>
    public static IReadOnlyList<ParticipantRole> OfMeetings { get; } = [ParticipantRole.Organiser, ParticipantRole.Required, ParticipantRole.Optional];

    /// <summary>A meeting by call.</summary>
    public static IReadOnlyList<ParticipantRole> OfConferences { get; } = [.. OfMeetings, .. OfCalls];
}
