using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// An answer that is kept for the next one who asks. What it says stands in its own members: what is being written until it is published,
/// then what is published; what is written after that waits in <see cref="Next"/> until it is published in its turn. Every edit is a version.
/// </summary>
public sealed partial class KnowledgeItem : AggregateRoot<KnowledgeItemId>
{
    /// <summary>Longest title.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Longest summary.</summary>
    public const int MaxSummaryLength = 500;

    /// <summary>Longest body.</summary>
    public const int MaxBodyLength = 1_000_000;

    /// <summary>Longest environment.</summary>
    public const int MaxEnvironmentLength = 500;

    /// <summary>Longest stock-keeping unit.</summary>
    public const int MaxSkuLength = 64;

    /// <summary>Longest note about an edit.</summary>
    public const int MaxNoteLength = 500;

    private readonly List<KnowledgeVersion> _written = [];

    private KnowledgeItem() => (Title, TitleFolded, Body, Language, WrittenBy) = (null!, null!, null!, null!, null!);

    /// <summary>Starts a draft.</summary>
    /// <param name="id">The id.</param>
    /// <param name="content">What it says; the body may still be empty, which makes it work in progress.</param>
    /// <param name="audience">Who shall read it once it is published.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="origin">Where it comes from; from nowhere by default.</param>
    /// <exception cref="ArgumentException">The title is empty, or a text is too long or has control characters.</exception>
    public KnowledgeItem(KnowledgeItemId id, KnowledgeContent content, Audience audience, KnowledgeAuthor by, Instant now, KnowledgeOrigin? origin = null)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Title, TitleFolded, Body, Language, WrittenBy) = (null!, null!, null!, null!, null!);
        Audience = Guard.Defined(audience);
        Governance = Guard.Defined((origin ??= new()).Governance);
        SourceKind = Guard.OptionalLine(origin.Source?.Kind, 32, nameof(origin));
        SourceId = origin.Source?.Id;
        TranslationOfId = origin.TranslationOf;
        CreatedAt = UpdatedAt = now;
        var checkedContent = Checked(content);
        Take(checkedContent);
        Confidence = checkedContent.IsEmpty ? KnowledgeConfidence.WorkInProgress : KnowledgeConfidence.NotValidated;
        Keep(checkedContent, by, null, now);
        Raise(new KnowledgeItemDrafted(Id, Title, Language, origin.Source, now));
    }

    /// <summary>The question or title.</summary>
    public string Title { get; private set; }

    /// <summary>What kind of answer it is.</summary>
    public KnowledgeKind Kind { get; private set; }

    /// <summary>A short answer.</summary>
    public string? Summary { get; private set; }

    /// <summary>The answer in Markdown.</summary>
    public string Body { get; private set; }

    /// <summary>The language it is written in.</summary>
    public LanguageTag Language { get; private set; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; private set; }

    /// <summary>Where the answer holds.</summary>
    public string? Environment { get; private set; }

    /// <summary>Who reads it once it is published.</summary>
    public Audience Audience { get; private set; }

    /// <summary>Kind of the record it comes from.</summary>
    public string? SourceKind { get; private set; }

    /// <summary>Id of the record it comes from.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Of a translation: the original.</summary>
    public KnowledgeItemId? TranslationOfId { get; private set; }

    /// <summary>Of a translation: the version of the original from which it was made. It is stale when the original has published a later one.</summary>
    public int? TranslatedVersion { get; private set; }

    /// <summary>The title folded, for lists of those who write.</summary>
    public string TitleFolded { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; private set; }

    /// <summary>What was written since it was published; null when there is nothing that waits.</summary>
    public KnowledgeContent? Next { get; private set; }

    /// <summary>The number of the latest version.</summary>
    public int LatestVersion { get; private set; }

    /// <summary>The number of the version that was published or is to be; null while there is none.</summary>
    public int? PublishedVersion { get; private set; }

    /// <summary>Id of who wrote the latest version.</summary>
    public string WrittenBy { get; private set; }

    /// <summary>What was written in this unit of work, in order. Earlier versions are read by <see cref="IKnowledgeVersionQueries"/>.</summary>
    public IReadOnlyList<KnowledgeVersion> Written => _written;

    /// <summary>What writers go on with: the latest version.</summary>
    public KnowledgeContent Latest => Next ?? Content;

    /// <summary>What the members of the item say: what is published, or what is being written until it is.</summary>
    public KnowledgeContent Content => new(Title, Body, Language)
    {
        Kind = Kind, Summary = Summary, Sku = Sku, Environment = Environment, TranslatedVersion = TranslatedVersion,
    };

    /// <summary>This item as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Whether somebody can change the content.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanRevise(KnowledgeAuthor by, Instant now) => CanChange(now).Then(Licensed(KnowledgeWork.Write, by));

    /// <summary>Changes what it says. What is in review is a draft again.</summary>
    /// <param name="content">The new content; a published item keeps a body.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="note">What is changed and why, one line.</param>
    /// <exception cref="ArgumentException">The title is empty, a text is too long, a published item would lose its body, or a part of a manual would become one.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanRevise"/>.</exception>
    public void Revise(KnowledgeContent content, KnowledgeAuthor by, Instant now, string? note = null)
    {
        CanRevise(by, now).Demand();
        var checkedContent = Checked(content);
        var checkedNote = Guard.OptionalLine(note, MaxNoteLength);
        if (PublishedVersion is not null && checkedContent.IsEmpty)
        {
            throw new ArgumentException("A published item has a body.", nameof(content));
        }

        Keep(checkedContent, by, checkedNote, now);
        if (PublishedVersion is null)
        {
            Take(checkedContent);
            Doubt(by);
        }
        else
        {
            Next = checkedContent;
        }

        LeaveReview();
        UpdatedAt = now;
        Raise(new KnowledgeItemRevised(Id, checkedContent.Title, LatestVersion, now));
    }

    /// <summary>Whether somebody can set another audience.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanChangeAudience(Audience audience, KnowledgeAuthor by, Instant now) =>
        CanChange(now).Then(Licensed(KnowledgeWork.ChangeAudience, by)).Then(Licensed(KnowledgeWork.ChangeAudience, by, audience));

    /// <summary>Sets who reads it once it is published.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanChangeAudience"/>.</exception>
    public void ChangeAudience(Audience audience, KnowledgeAuthor by, Instant now)
    {
        Guard.Defined(audience);
        CanChangeAudience(audience, by, now).Demand();
        Audience = audience;
        UpdatedAt = now;
        Raise(new KnowledgeAudienceChanged(Id, audience, now));
    }

    private CrmRuling CanChange(Instant now) => StatusAt(now) == KnowledgeStatus.Archived
        ? CrmRuling.Refused(e => e.KnowledgeItemArchived(Id.ToString()))
        : CrmRuling.Permitted;

    // Everything is checked before anything changes.
    private KnowledgeContent Checked(KnowledgeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (PartOfId is not null && content.Kind == KnowledgeKind.Manual)
        {
            throw new ArgumentException("A part of a manual is no manual.", nameof(content));
        }

        if (content.TranslatedVersion is { } from && (TranslationOfId is null || from < 1))
        {
            throw new ArgumentException("Only a translation is made from a version of its original, and versions count from 1.", nameof(content));
        }

        return content with
        {
            Title = Guard.Line(content.Title, MaxTitleLength),
            Kind = Guard.Defined(content.Kind),
            Summary = Guard.OptionalLine(content.Summary, MaxSummaryLength),
            Body = Guard.Text(content.Body, MaxBodyLength),
            Language = content.Language ?? throw new ArgumentException("An item is written in some language.", nameof(content)),
            Sku = Guard.OptionalLine(content.Sku, MaxSkuLength),
            Environment = Guard.OptionalLine(content.Environment, MaxEnvironmentLength),
        };
    }

    private void Take(KnowledgeContent content)
    {
        (Title, Kind, Summary, Body, Language) = (content.Title, content.Kind, content.Summary, content.Body, content.Language);
        (Sku, Environment, TranslatedVersion) = (content.Sku, content.Environment, content.TranslatedVersion);
        TitleFolded = FoldedText.Of(Title, MaxTitleLength);
    }

    private void Keep(KnowledgeContent content, KnowledgeAuthor by, string? note, Instant now)
    {
        var version = new KnowledgeVersion(LatestVersion + 1, content, by, note, now);
        _written.Add(version);
        (LatestVersion, WrittenBy) = (version.Number, version.ActorId);
    }
}
