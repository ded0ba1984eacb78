using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A version of a knowledge item in a list.</summary>
/// <param name="Number">Counts the versions of the item, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="ActorId">Id of who wrote it.</param>
/// <param name="Note">What was changed and why.</param>
/// <param name="At">When it was written.</param>
public sealed record KnowledgeVersionSummary(int Number, string Title, string ActorId, string? Note, Instant At);
