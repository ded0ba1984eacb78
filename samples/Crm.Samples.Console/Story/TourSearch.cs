using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>A search in the knowledge base with its best hit.</summary>
internal sealed record TourSearch(string Query, KnowledgeItemId Article, string Title, int Hits, Instant At);
