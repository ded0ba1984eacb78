using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A question of a reader: when, in which language, with how many hits. Its text is not kept. Part of <see cref="KnowledgeSession"/>.</summary>
public sealed class KnowledgeQuestion
{
    private KnowledgeQuestion()
    {
    }

    internal KnowledgeQuestion(Guid id, KnowledgeReaderId reader, string? language, int hits, Instant at) => (Id, Reader, Language, Hits, At) = (id, reader, language, hits, at);

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The reader's keyed hash.</summary>
    public KnowledgeReaderId Reader { get; private set; }

    /// <summary>The language in which it was searched, as the primary subtag; null for suggestions beside a case that is being written.</summary>
    public string? Language { get; private set; }

    /// <summary>How many items it found.</summary>
    public int Hits { get; private set; }

    /// <summary>When it was asked.</summary>
    public Instant At { get; private set; }
}
