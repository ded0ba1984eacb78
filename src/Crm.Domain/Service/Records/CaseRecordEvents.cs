using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>It was said anew what a case is about; the audit has each value before and after.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-details-changed")]
public sealed record CaseDetailsChanged(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ICrmEvent;

/// <summary>It was noted that the customer had read a knowledge item.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="KnowledgeItemId">The knowledge item.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-article-viewed")]
public sealed record CaseArticleViewed(ServiceCaseId CaseId, CaseNumber Number, KnowledgeItemId KnowledgeItemId, Instant OccurredAt) : ICrmEvent;

/// <summary>A case became a part of another, or stopped being one.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ParentId">The parent since; null for none.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-parent-changed")]
public sealed record CaseParentChanged(ServiceCaseId CaseId, CaseNumber Number, ServiceCaseId? ParentId, Instant OccurredAt) : ICrmEvent;

/// <summary>A case got a part, or lost one.</summary>
/// <param name="CaseId">The parent.</param>
/// <param name="Number">Its number.</param>
/// <param name="ChildId">The part.</param>
/// <param name="IsAdded">Whether it was added, rather than removed.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-children-changed")]
public sealed record CaseChildrenChanged(ServiceCaseId CaseId, CaseNumber Number, ServiceCaseId ChildId, bool IsAdded, Instant OccurredAt) : ICrmEvent;

/// <summary>Two cases were related, or are no longer; each raises it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="OtherId">The other case.</param>
/// <param name="IsAdded">Whether the relation was added, rather than removed.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-related")]
public sealed record CaseRelated(ServiceCaseId CaseId, CaseNumber Number, ServiceCaseId OtherId, bool IsAdded, Instant OccurredAt) : ICrmEvent;
