using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A benefit or payout of a partner was booked, or taken back.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Kind">A benefit or a payout.</param>
/// <param name="Amount">How much; negative where it takes another back.</param>
/// <param name="ReversesId">What it takes back.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.fact-booked")]
public sealed record PartnerFactBooked(PartnerFactId FactId, PartnerId PartnerId, PartnerFactKind Kind, Money Amount, PartnerFactId? ReversesId, Instant OccurredAt) : ICrmEvent;
