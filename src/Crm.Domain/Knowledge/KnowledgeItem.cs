using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>An answer that is kept for the next one who asks: draft, then published for an audience, then archived.</summary>
public sealed class KnowledgeItem : AggregateRoot<KnowledgeItemId>
{
    /// <summary>Longest title.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Longest body.</summary>
    public const int MaxBodyLength = 1_000_000;

    private KnowledgeItem() => (Title, Body, Language) = (null!, null!, null!);

    /// <summary>Starts a draft.</summary>
    /// <param name="id">The id.</param>
    /// <param name="content">What it says; the body may still be empty.</param>
    /// <param name="audience">Who shall read it once it is published.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="source">The record it comes from, such as a resolved case.</param>
    /// <exception cref="ArgumentException">The title is empty, or a text is too long or has control characters.</exception>
    public KnowledgeItem(KnowledgeItemId id, KnowledgeContent content, Audience audience, Instant now, SubjectReference? source = null)
        : base(id)
    {
        (Title, Body, Language) = (null!, null!, null!);
        Audience = Guard.Defined(audience);
        SourceKind = Guard.OptionalLine(source?.Kind, 32, nameof(source));
        SourceId = source?.Id;
        CreatedAt = UpdatedAt = now;
        SetContent(content);
        Raise(new KnowledgeItemDrafted(Id, Title, Language, source, now));
    }

    /// <summary>The question or title.</summary>
    public string Title { get; private set; }

    /// <summary>A short answer.</summary>
    public string? Summary { get; private set; }

    /// <summary>The answer in Markdown.</summary>
    public string Body { get; private set; }

    /// <summary>The language it is written in.</summary>
    public LanguageTag Language { get; private set; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; private set; }

    /// <summary>Where it stands.</summary>
    public KnowledgeStatus Status { get; private set; }

    /// <summary>Who reads it once it is published.</summary>
    public Audience Audience { get; private set; }

    /// <summary>Kind of the record it comes from.</summary>
    public string? SourceKind { get; private set; }

    /// <summary>Id of the record it comes from.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; private set; }

    /// <summary>When it was last published.</summary>
    public Instant? PublishedAt { get; private set; }

    /// <summary>When it was archived.</summary>
    public Instant? ArchivedAt { get; private set; }

    /// <summary>This item as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Whether the content can be changed.</summary>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>.</returns>
    public CrmRuling CanRevise() => Status == KnowledgeStatus.Archived
        ? CrmRuling.Refused(e => e.KnowledgeItemArchived(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Changes what it says.</summary>
    /// <param name="content">The new content; a published item keeps a body.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The title is empty, a text is too long, or a published item would lose its body.</exception>
    /// <exception cref="CrmRuleException">The item is archived.</exception>
    public void Revise(KnowledgeContent content, Instant now)
    {
        ArgumentNullException.ThrowIfNull(content);
        CanRevise().Demand();
        if (Status == KnowledgeStatus.Published && string.IsNullOrWhiteSpace(content.Body))
        {
            throw new ArgumentException("A published item has a body.", nameof(content));
        }

        SetContent(content);
        UpdatedAt = now;
        Raise(new KnowledgeItemRevised(Id, Title, now));
    }

    /// <summary>Whether another audience can be set.</summary>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>.</returns>
    public CrmRuling CanChangeAudience() => CanRevise();

    /// <summary>Sets who reads it once it is published.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The item is archived.</exception>
    public void ChangeAudience(Audience audience, Instant now)
    {
        CanChangeAudience().Demand();
        Audience = Guard.Defined(audience);
        UpdatedAt = now;
        Raise(new KnowledgeAudienceChanged(Id, audience, now));
    }

    /// <summary>Whether it can be published.</summary>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c> or <c>KnowledgeItemEmpty</c>.</returns>
    public CrmRuling CanPublish() => Status != KnowledgeStatus.Draft
        ? CrmRuling.Refused(e => e.KnowledgeTransitionNotAllowed(e.NameOf(Status), e.NameOf(KnowledgeStatus.Published)))
        : string.IsNullOrWhiteSpace(Body) ? CrmRuling.Refused(e => e.KnowledgeItemEmpty(Id.ToString())) : CrmRuling.Permitted;

    /// <summary>Publishes the draft for its audience.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft, or has no body.</exception>
    public void Publish(Instant now)
    {
        CanPublish().Demand();
        Status = KnowledgeStatus.Published;
        PublishedAt = UpdatedAt = now;
        Raise(new KnowledgeItemPublished(Id, Title, Audience, Language, now));
    }

    /// <summary>Whether it can be archived.</summary>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>.</returns>
    public CrmRuling CanArchive() => Status != KnowledgeStatus.Published
        ? CrmRuling.Refused(e => e.KnowledgeTransitionNotAllowed(e.NameOf(Status), e.NameOf(KnowledgeStatus.Archived)))
        : CrmRuling.Permitted;

    /// <summary>Archives a published item.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not published.</exception>
    public void Archive(Instant now)
    {
        CanArchive().Demand();
        Status = KnowledgeStatus.Archived;
        ArchivedAt = UpdatedAt = now;
        Raise(new KnowledgeItemArchived(Id, Title, now));
    }

    private void SetContent(KnowledgeContent content)
    {
        // Everything is checked before anything changes.
        var (title, summary) = (Guard.Line(content.Title, MaxTitleLength), Guard.OptionalLine(content.Summary, 500));
        var (body, sku) = (Guard.Text(content.Body, MaxBodyLength), Guard.OptionalLine(content.Sku, 64));
        Language = content.Language ?? throw new ArgumentException("An item is written in some language.", nameof(content));
        (Title, Summary, Body, Sku) = (title, summary, body, sku);
    }
}
