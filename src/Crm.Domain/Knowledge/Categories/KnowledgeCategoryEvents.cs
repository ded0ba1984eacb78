using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A category was added.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Name">Its name.</param>
/// <param name="ParentId">The category above it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.category-added")]
public sealed record KnowledgeCategoryAdded(KnowledgeCategoryId CategoryId, string Name, KnowledgeCategoryId? ParentId, Instant OccurredAt) : ICrmEvent;

/// <summary>A category has another name or place.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Name">Its name since.</param>
/// <param name="ParentId">The category above it since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.category-changed")]
public sealed record KnowledgeCategoryChanged(KnowledgeCategoryId CategoryId, string Name, KnowledgeCategoryId? ParentId, Instant OccurredAt) : ICrmEvent;

/// <summary>A category was taken away.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.category-removed")]
public sealed record KnowledgeCategoryRemoved(KnowledgeCategoryId CategoryId, string Name, Instant OccurredAt) : ICrmEvent;
