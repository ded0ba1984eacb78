using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>An organisation became a partner.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="CustomerId">The organisation.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.partner-registered")]
public sealed record PartnerRegistered(PartnerId PartnerId, CustomerId CustomerId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>How a partner works together with the business changed.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="Weight">Its share of leads.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.partner-configured")]
public sealed record PartnerConfigured(PartnerId PartnerId, string Name, int Weight, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner got another tier.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="Tier">Key of the tier; null for none.</param>
/// <param name="From">From which day on.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.partner-graded")]
public sealed record PartnerGraded(PartnerId PartnerId, string Name, string? Tier, LocalDate From, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner was deactivated, or activated again.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="IsActive">Whether it is active.</param>
/// <param name="Reason">Why it was deactivated.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.partner-activity-changed")]
public sealed record PartnerActivityChanged(PartnerId PartnerId, string Name, bool IsActive, string? Reason, Instant OccurredAt) : ICrmEvent;
