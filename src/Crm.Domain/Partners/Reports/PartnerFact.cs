using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A benefit or payout of a partner, as it was booked. It never changes: a wrong one is reversed by another with the negative amount, once.</summary>
public sealed class PartnerFact : AggregateRoot<PartnerFactId>
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 300;

    private PartnerFact()
    {
        Amount = null!;
        Reason = null!;
    }

    /// <summary>Books what a partner got.</summary>
    /// <param name="id">The id.</param>
    /// <param name="partnerId">The partner.</param>
    /// <param name="details">What it got.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The amount is not above zero, the period ends before it begins, or a text is out of its bounds.</exception>
    public PartnerFact(PartnerFactId id, PartnerId partnerId, PartnerFactDetails details, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(details.Amount, nameof(details));
        if (details.Amount.Amount <= 0 || details.Through < details.From)
        {
            throw new ArgumentException("The amount is above zero, and the period does not end before it begins.", nameof(details));
        }

        (PartnerId, Kind, Amount) = (Guard.NotEmpty(partnerId), Guard.Defined(details.Kind, nameof(details)), details.Amount);
        Reason = Guard.Line(details.Reason, MaxReasonLength, nameof(details));
        (From, Through) = (Guard.Storable(details.From, nameof(details)), Guard.Storable(details.Through, nameof(details)));
        if (details.Source is { } source)
        {
            (SourceKind, SourceId) = (Guard.Line(source.Kind, 32, nameof(details)), source.Id);
        }

        BookedAt = Guard.Storable(now);
        Raise(new PartnerFactBooked(Id, PartnerId, Kind, Amount, null, now));
    }

    /// <summary>Takes a fact back.</summary>
    /// <param name="id">The id.</param>
    /// <param name="reversed">What is taken back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">It is itself a reversal, or the reason is out of its bounds.</exception>
    public PartnerFact(PartnerFactId id, PartnerFact reversed, string reason, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(reversed);
        ReversesId = reversed.ReversesId is null ? reversed.Id : throw new ArgumentException("What takes another back is not taken back itself.", nameof(reversed));
        (PartnerId, Kind, Amount) = (reversed.PartnerId, reversed.Kind, new Money(-reversed.Amount.Amount, reversed.Amount.Currency));
        Reason = Guard.Line(reason, MaxReasonLength);
        (From, Through, SourceKind, SourceId, BookedAt) = (reversed.From, reversed.Through, reversed.SourceKind, reversed.SourceId, Guard.Storable(now));
        Raise(new PartnerFactBooked(Id, PartnerId, Kind, Amount, ReversesId, now));
    }

    /// <summary>The partner.</summary>
    public PartnerId PartnerId { get; private set; }

    /// <summary>A benefit or a payout.</summary>
    public PartnerFactKind Kind { get; private set; }

    /// <summary>How much; negative where it takes another back.</summary>
    public Money Amount { get; private set; }

    /// <summary>What for.</summary>
    public string Reason { get; private set; }

    /// <summary>Kind of the record that it comes from.</summary>
    public string? SourceKind { get; private set; }

    /// <summary>Id of the record that it comes from.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>The first day of the period that it is for.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day of that period.</summary>
    public LocalDate Through { get; private set; }

    /// <summary>When it was booked.</summary>
    public Instant BookedAt { get; private set; }

    /// <summary>What it takes back.</summary>
    public PartnerFactId? ReversesId { get; private set; }
}
