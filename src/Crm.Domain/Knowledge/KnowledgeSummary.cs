using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A published item in a list.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its short answer, if it has one.</param>
/// <param name="Language">Its language.</param>
/// <param name="Sku">The product it is about, by its stock-keeping unit.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record KnowledgeSummary(
    KnowledgeItemId Id, string Title, string? Summary, LanguageTag Language, string? Sku, Audience Audience, Instant PublishedAt)
{
    /// <summary>What kind of answer it is.</summary>
    public KnowledgeKind Kind { get; init; }
}
