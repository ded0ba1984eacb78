using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A question after which nothing was opened that was any good, with those of its words that are known.</summary>
/// <param name="Id">The question.</param>
/// <param name="Reader">The reader's keyed hash.</param>
/// <param name="Language">The language, as the primary subtag.</param>
/// <param name="Hits">How many items it found.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Terms">The known words; what too few readers used is not among them.</param>
public sealed record UnansweredQuestion(Guid Id, KnowledgeReaderId Reader, string Language, int Hits, Instant At, IReadOnlyList<string> Terms);
