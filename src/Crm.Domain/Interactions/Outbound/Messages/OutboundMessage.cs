using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A message on its way to a customer, over whatever channel: an e-mail, a text message, a fax, a letter to be printed.</summary>
public sealed partial class OutboundMessage : AggregateRoot<OutboundMessageId>
{
    /// <summary>Longest body.</summary>
    public const int MaxBodyLength = 1_000_000;

    /// <summary>Longest address.</summary>
    public const int MaxAddressLength = 1000;

    /// <summary>Longest key of an address, and longest Message-ID.</summary>
    public const int MaxKeyLength = 400;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 400;

    private OutboundMessage() => (Channel, Purpose, Subject, Text, Recipient, Address, AddressKey, MessageId) = (null!, null!, null!, null!, null!, null!, null!, null!);

    /// <summary>Queues a message.</summary>
    /// <param name="id">The id, which senders get as idempotency key.</param>
    /// <param name="details">What is known.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="content">What it says.</param>
    /// <param name="messageId">The Message-ID under which answers find it.</param>
    /// <param name="agentId">The agent who sends it, if any.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters where one line is expected.</exception>
    public OutboundMessage(OutboundMessageId id, OutboundDetails details, OutboundAddress to, OutboundContent content, string messageId, string? agentId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(content);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        Channel = details.Channel ?? throw new ArgumentException("A channel was expected.", nameof(details));
        Purpose = MessageTemplate.Named(details.Purpose, MessageTemplate.MaxPurposeLength, nameof(details));
        AboutKind = details.About is { } about ? Guard.Line(about.Kind, 32) : null;
        AboutId = details.About?.Id;
        IsAutomatic = details.IsAutomatic;
        Audience = Guard.Defined(details.Audience);
        TemplateKey = details.TemplateKey is null ? null : MessageTemplate.Named(details.TemplateKey, MessageTemplate.MaxKeyLength, nameof(details));
        TemplateVersion = details.TemplateVersion;
        Language = details.Language;
        Subject = Guard.Line(content.Subject, Interaction.MaxSubjectLength);
        Text = Guard.Text(content.Text, MaxBodyLength);
        Html = content.Html is null ? null : Guard.Text(content.Html, MaxBodyLength);
        Recipient = Guard.Line(to.Name, 200);
        Address = Guard.Text(to.Address, MaxAddressLength);
        AddressKey = Guard.Line(to.Key, MaxKeyLength);
        MessageId = Guard.Line(messageId, MaxKeyLength);
        InReplyTo = Guard.OptionalLine(details.InReplyTo, MaxKeyLength);
        AgentId = Guard.OptionalLine(agentId, Actor.MaxIdLength);
        QueuedAt = now;
        var sendAt = details.SendAt is { } at && at > now ? Guard.Storable(at.ToMicroseconds()) : (Instant?)null;
        DueAt = sendAt;
        Raise(new OutboundMessageQueued(Id, CustomerId, Channel, Purpose, sendAt is null, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>The purpose.</summary>
    public string Purpose { get; private set; }

    /// <summary>Kind of the record it is about.</summary>
    public string? AboutKind { get; private set; }

    /// <summary>Id of the record it is about.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>The record it is about.</summary>
    public SubjectReference? About => AboutKind is null ? null : new(AboutKind, AboutId!.Value);

    /// <summary>Whether a rule sends it, and not a person.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>Who may read it besides staff.</summary>
    public Audience Audience { get; private set; }

    /// <summary>The template that it was made of.</summary>
    public string? TemplateKey { get; private set; }

    /// <summary>Which version of the template.</summary>
    public int? TemplateVersion { get; private set; }

    /// <summary>The language it is written in.</summary>
    public LanguageTag? Language { get; private set; }

    /// <summary>The subject.</summary>
    public string Subject { get; private set; }

    /// <summary>The body as plain text.</summary>
    public string Text { get; private set; }

    /// <summary>The body as HTML.</summary>
    public string? Html { get; private set; }

    /// <summary>Name of whom it goes to.</summary>
    public string Recipient { get; private set; }

    /// <summary>The address, number or lines of a postal address.</summary>
    public string Address { get; private set; }

    /// <summary>By which two notations of the address are the same.</summary>
    public string AddressKey { get; private set; }

    /// <summary>The Message-ID under which answers find it.</summary>
    public string MessageId { get; private set; }

    /// <summary>The Message-ID that it answers.</summary>
    public string? InReplyTo { get; private set; }

    /// <summary>The agent who sends it.</summary>
    public string? AgentId { get; private set; }

    /// <summary>How far it got.</summary>
    public OutboundStatus Status { get; private set; }

    /// <summary>When it was queued.</summary>
    public Instant QueuedAt { get; private set; }

    /// <summary>When it is to be tried, or tried again; null while it is under way, and once it is settled.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>How often it was tried without success.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last try failed, or why it was refused or came back.</summary>
    public string? Reason { get; private set; }

    /// <summary>When the sender took it.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>When it arrived, came back, failed for good, was refused or withdrawn.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Its id at the sender.</summary>
    public string? SenderReference { get; private set; }

    /// <summary>The contact that it was recorded as.</summary>
    public InteractionId? InteractionId { get; private set; }
}
