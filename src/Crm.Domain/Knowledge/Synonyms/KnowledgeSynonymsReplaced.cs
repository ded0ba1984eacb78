using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The synonyms of a language were written anew.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Language">The language, as a primary subtag.</param>
/// <param name="Groups">How many groups it has since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.synonyms-replaced")]
public sealed record KnowledgeSynonymsReplaced(KnowledgeSynonymListId ListId, string Language, int Groups, Instant OccurredAt) : ICrmEvent;
