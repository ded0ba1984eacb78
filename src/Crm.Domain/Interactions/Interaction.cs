using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// One contact with a customer over one channel, as it took place. What was said is never rewritten; links, answers to invitations
/// and the progress of a call are added.
/// </summary>
public sealed partial class Interaction : AggregateRoot<InteractionId>
{
    /// <summary>Longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest body.</summary>
    public const int MaxBodyLength = 1_000_000;

    /// <summary>Longest number or address.</summary>
    public const int MaxAddressLength = 320;

    /// <summary>Longest id of a message or thread.</summary>
    public const int MaxExternalIdLength = 400;

    private readonly List<InteractionLink> _links = [];

    private Interaction() => (Channel, Subject) = (null!, null!);

    /// <summary>Records a contact.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="agentId">The care specialist it is tied to, if any.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The subject is empty, a text is too long or has control characters, a duration is
    /// negative, the contact begins in the future, there are too many participants or attachments, or two callers or organisers.</exception>
    public Interaction(InteractionId id, ContactDetails details, string? agentId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        OrganisationId = details.OrganisationId;
        Channel = details.Channel;
        Direction = Guard.Defined(details.Direction);
        Audience = Guard.Defined(details.Audience);
        Subject = Guard.Line(details.Subject, MaxSubjectLength);
        Body = details.Body is null ? null : Guard.Text(details.Body, MaxBodyLength);
        At = Guard.Storable((details.At ?? now).ToMicroseconds(), nameof(details.At));
        Call = details.Call is null ? null : new CallRecord(details.Call);
        Duration = details.Duration ?? Call?.Spoken();
        AgentId = Guard.OptionalLine(agentId, Actor.MaxIdLength);
        CustomerAddress = Guard.OptionalLine(details.CustomerAddress, MaxAddressLength);
        OurAddress = Guard.OptionalLine(details.OurAddress, MaxAddressLength);
        ExternalId = Guard.OptionalLine(details.ExternalId, MaxExternalIdLength);
        InReplyTo = Guard.OptionalLine(details.InReplyTo, MaxExternalIdLength);
        ThreadKey = Guard.OptionalLine(details.ThreadKey, MaxExternalIdLength) ?? InReplyTo ?? ExternalId;
        IsAutomatic = details.IsAutomatic;
        CountsAsResponse = !IsAutomatic && Direction == Direction.Outbound && (details.CountsAsResponse ?? true);
        AddParts(details, now);
        if (At > now)
        {
            throw new ArgumentException("A contact that is recorded has begun.", nameof(details));
        }

        if (Duration < NodaTime.Duration.Zero)
        {
            throw new ArgumentException("A contact does not end before it begins.", nameof(details));
        }

        if (details.About is not null)
        {
            _links.Add(new InteractionLink(details.About));
        }

        Raise(new InteractionRecorded(Id, CustomerId, OrganisationId, Channel, Direction, Audience, Subject, AgentId, details.About, At)
        {
            IsAutomatic = IsAutomatic,
            AlsoTookPart = [.. _participants.Select(p => p.CustomerId).OfType<CustomerId>().Distinct().Where(c => c != CustomerId && c != OrganisationId)],
        });
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The organisation on whose behalf the customer spoke.</summary>
    public CustomerId? OrganisationId { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>Who began it.</summary>
    public Direction Direction { get; private set; }

    /// <summary>Who may read it besides staff.</summary>
    public Audience Audience { get; private set; }

    /// <summary>What it was about, one line.</summary>
    public string Subject { get; private set; }

    /// <summary>What was said or written.</summary>
    public string? Body { get; private set; }

    /// <summary>When it began.</summary>
    public Instant At { get; private set; }

    /// <summary>How long it took.</summary>
    public Duration? Duration { get; private set; }

    /// <summary>The care specialist it is tied to.</summary>
    public string? AgentId { get; private set; }

    /// <summary>The customer's number or address.</summary>
    public string? CustomerAddress { get; private set; }

    /// <summary>Our number, mailbox or branch.</summary>
    public string? OurAddress { get; private set; }

    /// <summary>The id of the message or call in the system that brought it.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The <see cref="ExternalId"/> of the message that this one answers.</summary>
    public string? InReplyTo { get; private set; }

    /// <summary>What the messages of one conversation have in common.</summary>
    public string? ThreadKey { get; private set; }

    /// <summary>Whether a machine wrote it.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>Whether it is a response of ours to what the customer asked.</summary>
    public bool CountsAsResponse { get; private set; }

    /// <summary>The records it was about.</summary>
    public IReadOnlyList<InteractionLink> Links => _links;

    /// <summary>Whether a record can be linked.</summary>
    /// <param name="subject">The record.</param>
    /// <returns>The ruling; refused with <c>InteractionAlreadyLinked</c>.</returns>
    public CrmRuling CanLinkTo(SubjectReference subject) => _links.Exists(l => l.ToSubject() == subject)
        ? CrmRuling.Refused(e => e.InteractionAlreadyLinked($"{subject.Kind} {subject.Id}"))
        : CrmRuling.Permitted;

    /// <summary>Links a record that turned out to be what the contact was about.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is linked already.</exception>
    public void LinkTo(SubjectReference subject, Instant now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        CanLinkTo(subject).Demand();
        _links.Add(new InteractionLink(subject));
        Raise(new InteractionLinked(Id, Channel, Direction, Audience, Subject, subject, now));
    }
}
