using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A knowledge item that has to do with a case.</summary>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="Title">Its title; null when the item was removed.</param>
/// <param name="Kind">How it served the case; null where the customer had read it before asking.</param>
/// <param name="AgentId">Who said so.</param>
/// <param name="At">When.</param>
public sealed record CaseArticle(KnowledgeItemId KnowledgeItemId, string? Title, KnowledgeUseKind? Kind, string? AgentId, Instant? At);
