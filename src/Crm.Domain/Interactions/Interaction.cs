using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>One contact with a customer over one channel, as it took place. What was said is never rewritten; links are added.</summary>
public sealed class Interaction : AggregateRoot<InteractionId>
{
    /// <summary>Longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest body.</summary>
    public const int MaxBodyLength = 1_000_000;

    private readonly List<InteractionLink> _links = [];

    private Interaction() => (Channel, Subject) = (null!, null!);

    /// <summary>Records a contact.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="agentId">The care specialist it is tied to, if any.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The subject is empty, a text is too long or has control characters, the duration is
    /// negative, or the contact begins in the future.</exception>
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
        Duration = details.Duration;
        AgentId = Guard.OptionalLine(agentId, 100);
        CustomerAddress = Guard.OptionalLine(details.CustomerAddress, 320);
        OurAddress = Guard.OptionalLine(details.OurAddress, 320);
        ExternalId = Guard.OptionalLine(details.ExternalId, 400);
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

        Raise(new InteractionRecorded(Id, CustomerId, OrganisationId, Channel, Direction, Audience, Subject, AgentId, details.About, At));
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

    /// <summary>The message's id in the system that brought it.</summary>
    public string? ExternalId { get; private set; }

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
