using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>That a reader used a word in a question before an item helped.</summary>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="Reader">The reader's keyed hash.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Term">The word as the analyser of the item's language cuts it.</param>
/// <param name="HelpedAt">When the item helped.</param>
public sealed record AskedEvidence(KnowledgeItemId KnowledgeItemId, KnowledgeReaderId Reader, Guid QuestionId, string Term, Instant HelpedAt);
