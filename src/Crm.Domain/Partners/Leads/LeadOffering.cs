using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>
/// A lead that is offered to partners, one after the other, with the memory of who was asked, how it was chosen, and what it answered. A lead has
/// one of these for ever: a partner that declined is never drawn for it again.
/// </summary>
public sealed partial class LeadOffering : AggregateRoot<LeadOfferingId>
{
    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 300;

    private readonly List<LeadOffer> _offers = [];

    private LeadOffering()
    {
    }

    /// <summary>Begins to offer a lead.</summary>
    /// <param name="id">The id.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="seed">The seed of all its draws.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public LeadOffering(LeadOfferingId id, LeadId leadId, LeadPlace place, long seed, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(place);
        (LeadId, Seed, BegunAt) = (Guard.NotEmpty(leadId), seed, Guard.Storable(now));
        Country = place.Country;
        Region = Guard.OptionalLine(place.Region, PostalAddress.MaxPlaceLength, nameof(place));
        PostalCode = Guard.OptionalLine(place.PostalCode, PostalAddress.MaxPostalCodeLength, nameof(place));
        (Latitude, Longitude) = (place.Point?.Latitude, place.Point?.Longitude);
        Raise(new LeadOfferingBegun(Id, LeadId, now));
    }

    /// <summary>The lead.</summary>
    public LeadId LeadId { get; private set; }

    /// <summary>The country of the lead.</summary>
    public Country? Country { get; private set; }

    /// <summary>The region of the lead.</summary>
    public string? Region { get; private set; }

    /// <summary>The postal code of the lead.</summary>
    public string? PostalCode { get; private set; }

    /// <summary>Degrees to the north of where the lead is.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees to the east of where the lead is.</summary>
    public double? Longitude { get; private set; }

    /// <summary>The seed of all its draws; see <see cref="WeightedDraw"/>.</summary>
    public long Seed { get; private set; }

    /// <summary>Where it stands.</summary>
    public LeadOfferingStatus Status { get; private set; }

    /// <summary>The partner that is asked, or took the lead; null where there is none.</summary>
    public PartnerId? PartnerId { get; private set; }

    /// <summary>When it began.</summary>
    public Instant BegunAt { get; private set; }

    /// <summary>When the next partner is asked if the one that is asked does not answer; null where nobody is asked.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>Where the lead is.</summary>
    public LeadPlace Place => new(Country, Region, PostalCode, Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : null);

    /// <summary>The partners that were asked, in order.</summary>
    public IReadOnlyList<LeadOffer> Offers => [.. _offers.OrderBy(o => o.Ordinal)];

    /// <summary>Those that are not drawn any more: whoever was asked before.</summary>
    public IReadOnlyCollection<PartnerId> Asked => [.. _offers.Select(o => o.PartnerId).Distinct()];

    private LeadOffer? Pending => _offers.Find(o => o.Outcome == LeadOfferOutcome.Pending);

    private void Settle(LeadOfferingStatus status, PartnerId? partnerId) => (Status, PartnerId, DueAt) = (status, partnerId, null);
}
