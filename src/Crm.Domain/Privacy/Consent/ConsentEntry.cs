using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>One entry of the consent ledger. Entries are added and never change; the newest that counts says where a purpose and channel stands.</summary>
public sealed class ConsentEntry : AggregateRoot<ConsentEntryId>
{
    /// <summary>Longest source, wording and address.</summary>
    public const int MaxLineLength = 320;

    /// <summary>Longest proof.</summary>
    public const int MaxProofLength = 2000;

    private ConsentEntry()
    {
        Source = ActorId = ActorName = null!;
    }

    /// <summary>Records what a customer agreed to or took back.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What it says.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty or too long, an instant is in the future or out of order, or a grant names no purpose or channel.</exception>
    public ConsentEntry(ConsentEntryId id, ConsentDetails details, Actor actor, Instant now)
        : this(id, details, actor, null, now)
    {
    }

    private ConsentEntry(ConsentEntryId id, ConsentDetails details, Actor actor, MergeId? mergeId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(actor);
        if (Guard.Defined(details.Status) != ConsentStatus.Withdrawn && (details.Purpose is null || details.Channel is null))
        {
            throw new ArgumentException("Only a withdrawal holds for every purpose or channel; a grant or request names one of each.", nameof(details));
        }

        CustomerId = Guard.NotEmpty(details.CustomerId);
        (Purpose, Channel, Status) = (details.Purpose, details.Channel, details.Status);
        (Basis, Origin) = (Guard.Defined(details.Basis), Guard.Defined(details.Origin));
        Source = Guard.Line(details.Source, MaxLineLength);
        Wording = Guard.OptionalLine(details.Wording, MaxLineLength);
        Proof = string.IsNullOrWhiteSpace(details.Proof) ? null : Guard.Text(details.Proof, MaxProofLength);
        (ActorId, ActorName, RecordedAt, MergeId) = (actor.Id, actor.Name, now, mergeId);
        At = (details.At is { } at ? Guard.Storable(at) : now).ToMicroseconds();
        Until = details.Until is { } until ? Guard.Storable(until).ToMicroseconds() : null;
        if (At > now)
        {
            throw new ArgumentException("An entry does not begin in the future.", nameof(details));
        }

        if (Until <= At && mergeId is null)
        {
            throw new ArgumentException("An entry runs out after it begins.", nameof(details));
        }

        Raise(mergeId is { } merge
            ? new ConsentRestrictedByMerge(Id, CustomerId, Purpose, Channel, Status, merge, now)
            : new ConsentRecorded(Id, CustomerId, Purpose, Channel, Status, Origin, At));
    }

    /// <summary>The customer whose consent it is.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The purpose; null for every purpose.</summary>
    public PurposeKey? Purpose { get; private set; }

    /// <summary>The channel; null for every channel.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>What it says.</summary>
    public ConsentStatus Status { get; private set; }

    /// <summary>The lawful basis.</summary>
    public LawfulBasis Basis { get; private set; }

    /// <summary>Who stands behind it.</summary>
    public ConsentOrigin Origin { get; private set; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; private set; }

    /// <summary>Which version of which wording the person saw.</summary>
    public string? Wording { get; private set; }

    /// <summary>What proves it.</summary>
    public string? Proof { get; private set; }

    /// <summary>Since when it holds.</summary>
    public Instant At { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>When a grant or a request runs out; null for never.</summary>
    public Instant? Until { get; private set; }

    /// <summary>Id of who recorded it.</summary>
    public string ActorId { get; private set; }

    /// <summary>Name of who recorded it.</summary>
    public string ActorName { get; private set; }

    /// <summary>SHA-256 of the token that confirms a request; null where none was given out.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>The request that a grant answers; null for other entries.</summary>
    public ConsentEntryId? AnswersId { get; private set; }

    /// <summary>The merge that restricts by this entry; null for other entries.</summary>
    public MergeId? MergeId { get; private set; }

    /// <summary>The entry as readers see it.</summary>
    /// <returns>The record.</returns>
    public ConsentRecord ToRecord() =>
        new(Id, CustomerId, Purpose, Channel, Status, Basis, Origin, Source, Wording, Proof, At, RecordedAt, Until, ActorId, ActorName, AnswersId, MergeId);

    /// <summary>A request that a token confirms.</summary>
    internal static ConsentEntry Request(ConsentEntryId id, ConsentDetails details, string tokenHash, Actor actor, Instant now) =>
        new(id, details, actor, null, now) { TokenHash = tokenHash };

    /// <summary>The grant that confirms a request.</summary>
    internal static ConsentEntry Answer(ConsentEntryId id, ConsentDetails details, ConsentEntryId request, Actor actor, Instant now) =>
        new(id, details, actor, null, now) { AnswersId = request };

    /// <summary>Carries a restriction of either customer over to what a merge makes of them.</summary>
    internal static ConsentEntry Restrict(ConsentEntryId id, ConsentDetails details, MergeId mergeId, Actor actor, Instant now) =>
        new(id, details, actor, mergeId, now);
}
