using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A visitor sent a sign-up form.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-submitted")]
public sealed record SignUpSubmitted(SignUpId SignUpId, SignUpFormId FormId, Instant OccurredAt) : ICrmEvent;

/// <summary>A visitor was asked to confirm.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="CustomerId">The customer who was recorded before the confirmation; null for none.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-asked")]
public sealed record SignUpAsked(SignUpId SignUpId, SignUpFormId FormId, CustomerId? CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>No confirmation is sent.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="Reason">The code of the reason.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-refused")]
public sealed record SignUpRefused(SignUpId SignUpId, SignUpFormId FormId, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A visitor confirmed.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-confirmed")]
public sealed record SignUpConfirmed(SignUpId SignUpId, SignUpFormId FormId, Instant OccurredAt) : ICrmEvent;

/// <summary>Everything that follows a confirmed sign-up is done.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsNew">Whether the customer was recorded because of it.</param>
/// <param name="Campaign">The campaign that the form belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-completed")]
public sealed record SignUpCompleted(SignUpId SignUpId, SignUpFormId FormId, CustomerId CustomerId, bool IsNew, string? Campaign, Instant OccurredAt) : ICrmEvent;

/// <summary>A sign-up was not confirmed in time.</summary>
/// <param name="SignUpId">The sign-up.</param>
/// <param name="FormId">The form.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.sign-up-expired")]
public sealed record SignUpExpired(SignUpId SignUpId, SignUpFormId FormId, Instant OccurredAt) : ICrmEvent;
