using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What a report reads of a partner, before an instant.</summary>
/// <param name="Offers">The leads that it was asked about: when, what came of it, and when that came.</param>
/// <param name="Deals">Its registrations.</param>
/// <param name="Closed">The closed opportunities of its registrations and leads: whether won, and what they brought.</param>
/// <param name="SharedCases">How many cases were shared with it.</param>
/// <param name="Sums">Benefits and payouts, by kind and currency.</param>
public sealed record PartnerActivity(
    IReadOnlyList<(Instant OfferedAt, LeadOfferOutcome Outcome, Instant? SettledAt)> Offers,
    IReadOnlyList<(DealRegistrationStatus Status, Instant? SubmittedAt, Instant? ApprovedAt, Instant? ClosedAt)> Deals,
    IReadOnlyList<(bool IsWon, Money? Amount)> Closed,
    int SharedCases,
    IReadOnlyList<PartnerSum> Sums);
