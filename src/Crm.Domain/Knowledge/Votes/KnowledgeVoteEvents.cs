using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A reader said whether an item helped. It does not say who.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="IsHelpful">Whether it helped.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.voted")]
public sealed record KnowledgeVoted(KnowledgeVoteId VoteId, KnowledgeItemId KnowledgeItemId, bool IsHelpful, Instant OccurredAt) : ICrmEvent;

/// <summary>A reader changed its mind about an item.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="IsHelpful">Whether it helped.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.vote-changed")]
public sealed record KnowledgeVoteChanged(KnowledgeVoteId VoteId, KnowledgeItemId KnowledgeItemId, bool IsHelpful, Instant OccurredAt) : ICrmEvent;

/// <summary>A guest who had voted signed in.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.vote-claimed")]
public sealed record KnowledgeVoteClaimed(KnowledgeVoteId VoteId, KnowledgeItemId KnowledgeItemId, Instant OccurredAt) : ICrmEvent;
