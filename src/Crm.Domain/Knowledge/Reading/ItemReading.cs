using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>That an item was opened in a session. Part of <see cref="KnowledgeSession"/>.</summary>
public sealed class ItemReading
{
    private ItemReading()
    {
    }

    internal ItemReading(Guid id, KnowledgeItemId knowledgeItemId, KnowledgeReaderId reader, Guid? questionId, Instant at) =>
        (Id, KnowledgeItemId, Reader, QuestionId, OpenedAt) = (id, knowledgeItemId, reader, questionId, at);

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The item.</summary>
    public KnowledgeItemId KnowledgeItemId { get; private set; }

    /// <summary>The reader's keyed hash.</summary>
    public KnowledgeReaderId Reader { get; private set; }

    /// <summary>The last question before it was opened.</summary>
    public Guid? QuestionId { get; private set; }

    /// <summary>When it was first opened in the session.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>When it is known to have helped: the reader said so, or asked no further and filed no case.</summary>
    public Instant? HelpedAt { get; internal set; }

    /// <summary>When the reader said that it did not help.</summary>
    public Instant? FailedAt { get; internal set; }
}
