using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What a knowledge item said after one edit. Part of <see cref="KnowledgeItem"/>; never changed.</summary>
public sealed class KnowledgeVersion
{
    private KnowledgeVersion() => (Content, ActorId) = (null!, null!);

    internal KnowledgeVersion(int number, KnowledgeContent content, KnowledgeAuthor by, string? note, Instant at) =>
        (Id, Number, Content, ActorId, Note, At) = (KnowledgeVersionId.New(at), number, content, by.Id, note, at);

    /// <summary>The version.</summary>
    public KnowledgeVersionId Id { get; private set; }

    /// <summary>Counts the versions of the item, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it says.</summary>
    public KnowledgeContent Content { get; private set; }

    /// <summary>Id of who wrote it.</summary>
    public string ActorId { get; private set; }

    /// <summary>What was changed and why, in the writer's words.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was written.</summary>
    public Instant At { get; private set; }
}
