using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A use of an item in a list.</summary>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">The record that it served.</param>
/// <param name="Kind">How.</param>
/// <param name="AgentId">Who said so; empty where that was erased.</param>
/// <param name="At">When.</param>
public sealed record KnowledgeUseSummary(KnowledgeItemId KnowledgeItemId, string Title, SubjectReference Subject, KnowledgeUseKind Kind, string? AgentId, Instant At);
