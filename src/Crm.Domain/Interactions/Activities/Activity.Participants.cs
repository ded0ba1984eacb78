using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

public sealed partial class Activity
{
    /// <summary>Most participants.</summary>
    public const int MaxParticipants = 500;

    private readonly List<ActivityParticipant> _participants = [];

    /// <summary>Who takes part, besides the assignee.</summary>
    public IReadOnlyList<ActivityParticipant> Participants => _participants;

    /// <summary>Who organises it, where that is said.</summary>
    public ActivityParticipant? Organiser => _participants.Find(p => p.Role == ParticipantRole.Organiser);

    /// <summary>Whether somebody can be invited.</summary>
    /// <param name="party">Who.</param>
    /// <returns>The ruling; refused with <c>ActivityNotOpen</c>, <c>ActivityParticipantPresent</c> or <c>ActivityFull</c>.</returns>
    public CrmRuling CanInvite(ContactParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return CanChange()
            .Then(party.Address is { } address && FindParticipant(address) is not null ? CrmRuling.Refused(e => e.ActivityParticipantPresent(address)) : CrmRuling.Permitted)
            .Then(_participants.Count < MaxParticipants ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityFull(MaxParticipants)));
    }

    /// <summary>Invites somebody.</summary>
    /// <param name="party">Who, as organiser, required or optional.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, the address is invited already, or there are too many.</exception>
    /// <exception cref="ArgumentException">The role is another, or a text is too long.</exception>
    public void Invite(ContactParty party, Instant now)
    {
        CanInvite(party).Demand();
        var invited = new ActivityParticipant(_participants.Select(p => p.Number).DefaultIfEmpty().Max() + 1, party);
        _participants.Add(invited);
        Raise(new ActivityParticipantInvited(Id, invited.Number, invited.Role, now));
    }

    /// <summary>Whether a participant can be left out again.</summary>
    /// <param name="number">The participant.</param>
    /// <returns>The ruling; refused with <c>ActivityNotOpen</c> or <c>ActivityParticipantNotFound</c>.</returns>
    public CrmRuling CanUninvite(int number) => CanChange().Then(IsThere(number));

    /// <summary>Leaves a participant out.</summary>
    /// <param name="number">The participant.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, or there is no such participant.</exception>
    public void Uninvite(int number, Instant now)
    {
        CanUninvite(number).Demand();
        _participants.RemoveAll(p => p.Number == number);
        Raise(new ActivityParticipantLeftOut(Id, number, now));
    }

    /// <summary>Whether the answer of a participant can be noted.</summary>
    /// <param name="number">The participant.</param>
    /// <param name="sequence">The invitation that is answered; null where the answer came otherwise than by calendar.</param>
    /// <returns>The ruling; refused with <c>ActivityNotOpen</c>, <c>ActivityParticipantNotFound</c> or <c>CalendarReplyOutdated</c>.</returns>
    public CrmRuling CanAnswer(int number, int? sequence = null) => CanChange().Then(IsThere(number))
        .Then(sequence is { } answered && answered != Sequence ? CrmRuling.Refused(e => e.CalendarReplyOutdated(answered, Sequence)) : CrmRuling.Permitted);

    /// <summary>Notes what a participant answered.</summary>
    /// <param name="number">The participant.</param>
    /// <param name="acceptance">What was answered.</param>
    /// <param name="sequence">The invitation that is answered; null where the answer came otherwise than by calendar.</param>
    /// <param name="answeredAt">When it was answered, by the answer's own time where it has one.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, there is no such participant, or an older invitation was answered.</exception>
    public void Answer(int number, Acceptance acceptance, int? sequence, Instant answeredAt, Instant now)
    {
        CanAnswer(number, sequence).Demand();
        _participants.Find(p => p.Number == number)!.Answer(Guard.Defined(acceptance), Time.InstantPrecision.ToMicroseconds(Guard.Storable(answeredAt)));
        Raise(new ActivityAnswered(Id, number, acceptance, now));
    }

    /// <summary>The participant with an e-mail address.</summary>
    /// <param name="address">The address, in any notation of the same mailbox.</param>
    /// <returns>The participant, or null.</returns>
    public ActivityParticipant? FindParticipant(string address)
    {
        var key = KeyOf(address);
        return _participants.Find(p => p.Address is not null && KeyOf(p.Address) == key);
    }

    private static string KeyOf(string address) => Values.EmailAddress.TryParse(address, out var email) ? email.Normalized : address.Trim();

    private CrmRuling IsThere(int number) => _participants.Exists(p => p.Number == number) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityParticipantNotFound(number));

    private void AddParticipants(IReadOnlyList<ContactParty> parties)
    {
        if (parties is not { Count: <= MaxParticipants } || parties.Any(p => p is null))
        {
            throw new ArgumentException($"At most {MaxParticipants} take part.", nameof(parties));
        }

        foreach (var party in parties)
        {
            if (party.Address is { } address && FindParticipant(address) is not null)
            {
                throw new ArgumentException($"{address} is named twice.", nameof(parties));
            }

            _participants.Add(new ActivityParticipant(_participants.Count + 1, party));
        }
    }
}
