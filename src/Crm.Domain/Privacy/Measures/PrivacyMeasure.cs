using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A restriction of processing or a legal hold on one customer's data, from when to when and why.</summary>
public sealed class PrivacyMeasure : AggregateRoot<PrivacyMeasureId>
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    private PrivacyMeasure()
    {
        Reason = PlacedById = PlacedByName = null!;
    }

    /// <summary>Places a measure.</summary>
    /// <param name="id">The id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="kind">What it demands.</param>
    /// <param name="reason">Why, one line.</param>
    /// <param name="until">When it ends by itself; null for until it is lifted.</param>
    /// <param name="actor">Who places it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is empty or too long, or the end has passed.</exception>
    public PrivacyMeasure(PrivacyMeasureId id, CustomerId customerId, PrivacyMeasureKind kind, string reason, Instant? until, Actor actor, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(actor);
        CustomerId = Guard.NotEmpty(customerId);
        Kind = Guard.Defined(kind);
        Reason = Guard.Line(reason, MaxReasonLength);
        (PlacedAt, PlacedById, PlacedByName) = (now, actor.Id, actor.Name);
        Until = until is { } end ? Guard.Storable(end, nameof(until)).ToMicroseconds() : null;
        if (Until <= now)
        {
            throw new ArgumentException("A measure ends in the future.", nameof(until));
        }

        Raise(new PrivacyMeasurePlaced(Id, CustomerId, Kind, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What it demands.</summary>
    public PrivacyMeasureKind Kind { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>Since when.</summary>
    public Instant PlacedAt { get; private set; }

    /// <summary>Id of who placed it.</summary>
    public string PlacedById { get; private set; }

    /// <summary>Name of who placed it.</summary>
    public string PlacedByName { get; private set; }

    /// <summary>When it ends by itself; null for until it is lifted.</summary>
    public Instant? Until { get; private set; }

    /// <summary>When it was lifted; null while it was not.</summary>
    public Instant? LiftedAt { get; private set; }

    /// <summary>Id of who lifted it.</summary>
    public string? LiftedById { get; private set; }

    /// <summary>The measure as readers see it.</summary>
    /// <returns>The record.</returns>
    public PrivacyMeasureRecord ToRecord() => new(Id, CustomerId, Kind, Reason, PlacedAt, PlacedById, PlacedByName, Until, LiftedAt, LiftedById);

    /// <summary>Whether the measure can be lifted.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>PrivacyMeasureNotInForce</c>.</returns>
    public CrmRuling CanLift(Instant now) => ToRecord().IsInForce(now) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PrivacyMeasureNotInForce(Id.ToString()));

    /// <summary>Lifts the measure.</summary>
    /// <param name="actor">Who lifts it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not in force.</exception>
    public void Lift(Actor actor, Instant now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        CanLift(now).Demand();
        (LiftedAt, LiftedById) = (now, actor.Id);
        Raise(new PrivacyMeasureLifted(Id, CustomerId, Kind, now));
    }
}
