using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A partner began to register a deal.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Title">What it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-drafted")]
public sealed record DealDrafted(DealRegistrationId RegistrationId, PartnerId PartnerId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner wrote its registration anew.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Title">What it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-rewritten")]
public sealed record DealRewritten(DealRegistrationId RegistrationId, PartnerId PartnerId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner submitted a deal.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Title">What it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-submitted")]
public sealed record DealSubmitted(DealRegistrationId RegistrationId, PartnerId PartnerId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>A member of staff looks at a registration.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-review-begun")]
public sealed record DealReviewBegun(DealRegistrationId RegistrationId, PartnerId PartnerId, Instant OccurredAt) : ICrmEvent;

/// <summary>It is known which customer the prospect of a registration is.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-customer-identified")]
public sealed record DealCustomerIdentified(DealRegistrationId RegistrationId, PartnerId PartnerId, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A registration was returned to its partner.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Reason">What is missing.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-returned")]
public sealed record DealReturned(DealRegistrationId RegistrationId, PartnerId PartnerId, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A registration was rejected.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="ApproverId">The approver who refused it; null where the review did.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-rejected")]
public sealed record DealRejected(DealRegistrationId RegistrationId, PartnerId PartnerId, string? ApproverId, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A registration was closed because the deal was registered before.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="DuplicateOfId">The registration that it repeats.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-marked-duplicate")]
public sealed record DealMarkedDuplicate(DealRegistrationId RegistrationId, PartnerId PartnerId, DealRegistrationId DuplicateOfId, Instant OccurredAt) : ICrmEvent;
