using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Somebody trusts an item more, or less.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Before">How far it was trusted.</param>
/// <param name="After">How far it is trusted since.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.confidence-changed")]
public sealed record KnowledgeConfidenceChanged(
    KnowledgeItemId ItemId, KnowledgeConfidence Before, KnowledgeConfidence After, string? Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>It was settled who may change an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Governance">Who may.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.governance-changed")]
public sealed record KnowledgeGovernanceChanged(KnowledgeItemId ItemId, KnowledgeGovernance Governance, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was reused, such as to solve a case.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="ReuseCount">How often it was.</param>
/// <param name="Confidence">How far it is trusted since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-reused")]
public sealed record KnowledgeItemReused(KnowledgeItemId ItemId, int ReuseCount, KnowledgeConfidence Confidence, Instant OccurredAt) : ICrmEvent;
