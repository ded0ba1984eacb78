using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Approvers are to decide on a registration.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="ApproverId">Who decides first.</param>
/// <param name="IsExtension">Whether it is about a longer period.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-approval-requested")]
public sealed record DealApprovalRequested(DealRegistrationId RegistrationId, PartnerId PartnerId, string ApproverId, bool IsExtension, Instant OccurredAt) : ICrmEvent;

/// <summary>An approver approved a registration, and the next one decides.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="ApproverId">Who approved.</param>
/// <param name="NextApproverId">Who decides next.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-step-approved")]
public sealed record DealStepApproved(DealRegistrationId RegistrationId, PartnerId PartnerId, string ApproverId, string NextApproverId, Instant OccurredAt) : ICrmEvent;

/// <summary>A deal is a partner's alone, or for longer.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Through">The last day.</param>
/// <param name="IsExtension">Whether it is about a longer period.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-approved")]
public sealed record DealApproved(DealRegistrationId RegistrationId, PartnerId PartnerId, CustomerId CustomerId, LocalDate Through, bool IsExtension, Instant OccurredAt) : ICrmEvent;

/// <summary>A longer period was asked for.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Through">Its last day.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-extension-asked")]
public sealed record DealExtensionAsked(DealRegistrationId RegistrationId, PartnerId PartnerId, LocalDate Through, Instant OccurredAt) : ICrmEvent;

/// <summary>A longer period was refused.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="ApproverId">Who refused it.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-extension-refused")]
public sealed record DealExtensionRefused(DealRegistrationId RegistrationId, PartnerId PartnerId, string ApproverId, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A partner took its registration back.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-withdrawn")]
public sealed record DealWithdrawn(DealRegistrationId RegistrationId, PartnerId PartnerId, Instant OccurredAt) : ICrmEvent;

/// <summary>The period of a registration is over; the deal is back on the market.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-expired")]
public sealed record DealExpired(DealRegistrationId RegistrationId, PartnerId PartnerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A registration became an opportunity.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.deal-converted")]
public sealed record DealConverted(DealRegistrationId RegistrationId, PartnerId PartnerId, OpportunityId OpportunityId, Instant OccurredAt) : ICrmEvent;
