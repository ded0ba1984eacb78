using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A lead is to be offered to partners.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offering-begun")]
public sealed record LeadOfferingBegun(LeadOfferingId OfferingId, LeadId LeadId, Instant OccurredAt) : ICrmEvent;

/// <summary>A lead was offered to a partner.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Reach">How far one had to look.</param>
/// <param name="DeadlineAt">Until when it can answer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offered")]
public sealed record LeadOffered(LeadOfferingId OfferingId, LeadId LeadId, PartnerId PartnerId, PartnerReach Reach, Instant DeadlineAt, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner took a lead.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offer-accepted")]
public sealed record LeadOfferAccepted(LeadOfferingId OfferingId, LeadId LeadId, PartnerId PartnerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner does not want a lead.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offer-declined")]
public sealed record LeadOfferDeclined(LeadOfferingId OfferingId, LeadId LeadId, PartnerId PartnerId, LeadDeclineReason Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner did not answer in time whether it takes a lead.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offer-expired")]
public sealed record LeadOfferExpired(LeadOfferingId OfferingId, LeadId LeadId, PartnerId PartnerId, Instant OccurredAt) : ICrmEvent;

/// <summary>No partner is left for a lead: it is back with the staff.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="Offers">How many partners were asked.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offers-exhausted")]
public sealed record LeadOffersExhausted(LeadOfferingId OfferingId, LeadId LeadId, int Offers, Instant OccurredAt) : ICrmEvent;

/// <summary>A lead is no longer offered to partners.</summary>
/// <param name="OfferingId">The offering.</param>
/// <param name="LeadId">The lead.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.lead-offer-withdrawn")]
public sealed record LeadOfferWithdrawn(LeadOfferingId OfferingId, LeadId LeadId, Instant OccurredAt) : ICrmEvent;
