using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>That the search has something to learn of an item. Two rows of one item are one lesson.</summary>
public sealed class KnowledgeLessonRow
{
    /// <summary>The id.</summary>
    public Guid Id { get; internal init; }

    /// <summary>The item.</summary>
    public KnowledgeItemId KnowledgeItemId { get; internal init; }

    /// <summary>When it is to be learned.</summary>
    public Instant DueAt { get; internal init; }
}
