using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>That an item served a record, such as a case. There is one of each item, record and kind; it is made and removed, never changed.</summary>
public sealed class KnowledgeUse : AggregateRoot<KnowledgeUseId>
{
    private KnowledgeUse() => SubjectKind = null!;

    /// <summary>Links an item with a record.</summary>
    /// <param name="id">The id.</param>
    /// <param name="knowledgeItemId">The item.</param>
    /// <param name="title">Its title, for timelines.</param>
    /// <param name="subject">The record.</param>
    /// <param name="kind">How the item served it.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">An id is the default value, or the kind is not defined.</exception>
    public KnowledgeUse(KnowledgeUseId id, KnowledgeItemId knowledgeItemId, string title, SubjectReference subject, KnowledgeUseKind kind, Actor actor, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(actor);
        KnowledgeItemId = Guard.NotEmpty(knowledgeItemId);
        (SubjectKind, SubjectId) = (Guard.Line(subject.Kind, 32, nameof(subject)), subject.Id);
        Kind = Guard.Defined(kind);
        (AgentId, At) = (actor.Id, now);
        Raise(new KnowledgeUsed(Id, KnowledgeItemId, title, subject, Kind, now));
    }

    /// <summary>The item.</summary>
    public KnowledgeItemId KnowledgeItemId { get; private set; }

    /// <summary>Kind of the record that it served.</summary>
    public string SubjectKind { get; private set; }

    /// <summary>Id of the record that it served.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>How it served it.</summary>
    public KnowledgeUseKind Kind { get; private set; }

    /// <summary>Who said so.</summary>
    public string? AgentId { get; private set; }

    /// <summary>When.</summary>
    public Instant At { get; private set; }

    /// <summary>Whether a kind of use is a reuse: the item was there before the record and served it.</summary>
    internal static bool IsReuse(KnowledgeUseKind kind) => kind is KnowledgeUseKind.Used or KnowledgeUseKind.Cited;
}
