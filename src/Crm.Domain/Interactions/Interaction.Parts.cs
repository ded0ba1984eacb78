using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

public sealed partial class Interaction
{
    /// <summary>Most participants of one contact.</summary>
    public const int MaxParticipants = 1000;

    /// <summary>Most attachments of one contact.</summary>
    public const int MaxAttachments = 200;

    private readonly List<InteractionParticipant> _participants = [];
    private readonly List<InteractionAttachment> _attachments = [];

    /// <summary>Who took part, besides the customer and the agent that the contact is tied to, or they in their roles.</summary>
    public IReadOnlyList<InteractionParticipant> Participants => _participants;

    /// <summary>The files that came or went with it.</summary>
    public IReadOnlyList<InteractionAttachment> Attachments => _attachments;

    /// <summary>What the call was; null for a contact that was none.</summary>
    public CallRecord? Call { get; private set; }

    /// <summary>Whether a participant can answer an invitation.</summary>
    /// <param name="participant">Number of the participant.</param>
    /// <returns>The ruling; refused with <c>ParticipantNotFound</c> or <c>ParticipantNotInvited</c>.</returns>
    public CrmRuling CanAnswer(int participant) => _participants.Find(p => p.Number == participant) switch
    {
        null => CrmRuling.Refused(e => e.ParticipantNotFound(participant)),
        { Role: ParticipantRole.Required or ParticipantRole.Optional } => CrmRuling.Permitted,
        _ => CrmRuling.Refused(e => e.ParticipantNotInvited(participant)),
    };

    /// <summary>Notes what somebody answered to an invitation, in place of what was answered before.</summary>
    /// <param name="participant">Number of the participant.</param>
    /// <param name="acceptance">What was answered.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such participant, or nobody invited it.</exception>
    /// <exception cref="ArgumentException">The answer is not defined.</exception>
    public void Answer(int participant, Acceptance acceptance, Instant now)
    {
        Guard.Defined(acceptance);
        CanAnswer(participant).Demand();
        _participants.Find(p => p.Number == participant)!.Answer(acceptance, now);
        Raise(new InteractionAnswered(Id, participant, acceptance, now));
    }

    /// <summary>Whether the call can get to a status. What is learnt late, such as the recording, is added under the status it has.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The ruling; refused with <c>CallMissing</c> or <c>CallTransitionNotAllowed</c>.</returns>
    public CrmRuling CanProgress(CallStatus status) => Call switch
    {
        null => CrmRuling.Refused(e => e.CallMissing()),
        var call when call.Status == status || CallTransitions.From(call.Status).Contains(status) => CrmRuling.Permitted,
        var call => CrmRuling.Refused(e => e.CallTransitionNotAllowed(e.NameOf(call.Status), e.NameOf(status))),
    };

    /// <summary>Takes over what is known of the call now; what is not said stays.</summary>
    /// <param name="call">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The contact is no call, or the status cannot follow.</exception>
    /// <exception cref="ArgumentException">A text is too long or has control characters, or a duration is negative.</exception>
    public void Progress(CallDetails call, Instant now)
    {
        ArgumentNullException.ThrowIfNull(call);
        CanProgress(call.Status).Demand();
        Call!.Set(call);
        Duration = Call.Spoken() ?? Duration;
        Raise(new CallProgressed(Id, CustomerId, call.Status, now));
    }

    private void AddParts(ContactDetails details, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(details.Participants.Count, MaxParticipants, nameof(details.Participants));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(details.Attachments.Count, MaxAttachments, nameof(details.Attachments));
        _participants.AddRange(details.Participants.Select((p, i) => new InteractionParticipant(i + 1, p, now)));
        _attachments.AddRange(details.Attachments.Select((a, i) => new InteractionAttachment(i + 1, a)));
        if (_participants.Where(p => p.Role is ParticipantRole.Caller or ParticipantRole.Organiser).GroupBy(p => p.Role).Any(r => r.Count() > 1))
        {
            throw new ArgumentException("A call has one caller, and a meeting one organiser.", nameof(details.Participants));
        }
    }
}
