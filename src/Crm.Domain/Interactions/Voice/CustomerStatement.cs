using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// One thing that a customer needs, prefers or spoke about, with where it is known from. What was said is never rewritten; what
/// became of it is added.
/// </summary>
public sealed class CustomerStatement : AggregateRoot<StatementId>
{
    /// <summary>Longest topic, so that a preference can become one of the customer's own.</summary>
    public const int MaxTopicLength = CustomerPreference.MaxKeyLength;

    /// <summary>Longest text.</summary>
    public const int MaxTextLength = CustomerPreference.MaxValueLength;

    /// <summary>Longest stock-keeping unit.</summary>
    public const int MaxSkuLength = 64;

    private readonly List<StatementWord> _words = [];

    private CustomerStatement() => Topic = Text = NotedById = NotedByName = null!;

    /// <summary>Notes a statement.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="actor">Who notes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The topic or text is empty, a text is too long or has control characters, the confidence is not
    /// between 0 and 1, or the customer speaks in the future.</exception>
    public CustomerStatement(StatementId id, StatementDetails details, Actor actor, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(actor);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        (OrganisationId, InteractionId) = (details.OrganisationId, details.InteractionId);
        Kind = Guard.Defined(details.Kind);
        Origin = Guard.Defined(details.Origin);
        Topic = Guard.Line(FoldedText.Of(Guard.Line(details.Topic, MaxTopicLength)), MaxTopicLength, nameof(details.Topic));
        Text = Guard.Text(details.Text, MaxTextLength).Trim();
        ArgumentException.ThrowIfNullOrWhiteSpace(Text, nameof(details.Text));
        Sku = Guard.OptionalLine(details.Sku, MaxSkuLength);
        Confidence = details.Confidence is { } sure and (< 0 or > 1) ? throw new ArgumentOutOfRangeException(nameof(details.Confidence), sure, "A confidence is between 0 and 1.")
            : details.Confidence is { } known ? decimal.Round(known, 4, MidpointRounding.ToEven) : null;
        At = Guard.Storable((details.At ?? now).ToMicroseconds(), nameof(details.At));
        if (At > now)
        {
            throw new ArgumentException("What was said was said before it is noted.", nameof(details.At));
        }

        (NotedById, NotedByName, NotedAt) = (actor.Id, actor.Name, now);
        _words.AddRange(StatementWord.Of($"{Topic} {Text} {Sku}").Select(w => new StatementWord(w)));
        Raise(new StatementNoted(Id, CustomerId, InteractionId, Kind, Topic, Sku, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The organisation on whose behalf the customer spoke.</summary>
    public CustomerId? OrganisationId { get; private set; }

    /// <summary>The contact in which it came up; null where it is not known, or not kept any more.</summary>
    public InteractionId? InteractionId { get; private set; }

    /// <summary>What it is.</summary>
    public StatementKind Kind { get; private set; }

    /// <summary>What it is about, folded to lower case.</summary>
    public string Topic { get; private set; }

    /// <summary>What the customer needs, prefers or said.</summary>
    public string Text { get; private set; }

    /// <summary>The product it is about.</summary>
    public string? Sku { get; private set; }

    /// <summary>Whether the customer said so, or it was concluded.</summary>
    public StatementOrigin Origin { get; private set; }

    /// <summary>How sure it is, from 0 to 1; null where nobody said.</summary>
    public decimal? Confidence { get; private set; }

    /// <summary>When the customer said so.</summary>
    public Instant At { get; private set; }

    /// <summary>Id of who noted it.</summary>
    public string NotedById { get; private set; }

    /// <summary>Name of who noted it.</summary>
    public string NotedByName { get; private set; }

    /// <summary>When it was noted.</summary>
    public Instant NotedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public StatementStatus Status { get; private set; }

    /// <summary>When it got its status; null while it has the first.</summary>
    public Instant? StatusAt { get; private set; }

    /// <summary>Id of who gave it its status.</summary>
    public string? StatusBy { get; private set; }

    /// <summary>Why it has its status.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Whether it can get a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The ruling; refused with <c>StatementTransitionNotAllowed</c>.</returns>
    public CrmRuling CanMoveTo(StatementStatus status) => StatementTransitions.From(Kind, Status).Contains(status)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.StatementTransitionNotAllowed(e.NameOf(Kind), e.NameOf(Status), e.NameOf(status)));

    /// <summary>Notes what became of it.</summary>
    /// <param name="status">The status.</param>
    /// <param name="reason">Why, one line of at most 200 characters; null where there is nothing to say.</param>
    /// <param name="by">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The status cannot follow.</exception>
    /// <exception cref="ArgumentException">A text is too long or has control characters.</exception>
    public void MoveTo(StatementStatus status, string? reason, string by, Instant now)
    {
        CanMoveTo(status).Demand();
        var (why, who) = (Guard.OptionalLine(reason, Interaction.MaxSubjectLength), Guard.Line(by, Actor.MaxIdLength));
        (Status, StatusReason, StatusBy, StatusAt) = (status, why, who, now);
        Raise(new StatementMoved(Id, CustomerId, OrganisationId, Kind, status, Topic, now));
    }
}
