using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

public sealed partial class KnowledgeItem
{
    /// <summary>Most categories of one item.</summary>
    public const int MaxCategories = 20;

    /// <summary>Most tags of one item.</summary>
    public const int MaxTags = 50;

    /// <summary>Most related items of one item.</summary>
    public const int MaxRelated = 50;

    /// <summary>Most files of one item.</summary>
    public const int MaxFiles = 100;

    private readonly List<KnowledgeItemCategory> _categories = [];
    private readonly List<KnowledgeItemTag> _tags = [];
    private readonly List<KnowledgeItemRelation> _related = [];
    private readonly List<KnowledgeFile> _files = [];

    /// <summary>Its categories.</summary>
    public IReadOnlyList<KnowledgeItemCategory> Categories => _categories;

    /// <summary>Its tags.</summary>
    public IReadOnlyList<KnowledgeItemTag> Tags => _tags;

    /// <summary>Items that its readers may want too.</summary>
    public IReadOnlyList<KnowledgeItemRelation> Related => _related;

    /// <summary>Its files.</summary>
    public IReadOnlyList<KnowledgeFile> Files => _files;

    /// <summary>How many files it ever had.</summary>
    public int LastFileNumber { get; private set; }

    /// <summary>The manual that it is a part of.</summary>
    public KnowledgeItemId? PartOfId { get; private set; }

    /// <summary>Its place among the parts of the manual: the lowest first; of equal places the item that was begun first.</summary>
    public int? PartPosition { get; private set; }

    /// <summary>Whether somebody can change where it is found and what belongs to it. Readers of a published item see that at once.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanFile(KnowledgeAuthor by, Instant now) => CanChange(now).Then(Licensed(PublishedVersion is null ? KnowledgeWork.Write : KnowledgeWork.Publish, by));

    /// <summary>Sets its categories, tags and related items; those that are not named are taken away.</summary>
    /// <param name="filing">All of them.</param>
    /// <param name="by">Who sets them.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There are too many, a tag is no line or too long, or the item would be related to itself.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanFile"/>.</exception>
    public void File(KnowledgeFiling filing, KnowledgeAuthor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(filing);
        CanFile(by, now).Demand();
        var categories = AtMost(MaxCategories, filing.Categories.Distinct(), nameof(filing));
        var tags = AtMost(MaxTags, filing.Tags.Select(KnowledgeItemTag.Normalise).Distinct(StringComparer.Ordinal), nameof(filing));
        var related = AtMost(MaxRelated, filing.Related.Distinct(), nameof(filing));
        if (related.Contains(Id) || related.Contains(default) || categories.Contains(default))
        {
            throw new ArgumentException("An item is related to other items, and filed under categories.", nameof(filing));
        }

        // What stays keeps its row.
        _categories.RemoveAll(c => !categories.Contains(c.CategoryId));
        _categories.AddRange(categories.Where(id => !_categories.Exists(c => c.CategoryId == id)).Select(id => new KnowledgeItemCategory(id)).ToList());
        _tags.RemoveAll(t => !tags.Contains(t.Name));
        _tags.AddRange(tags.Where(name => !_tags.Exists(t => t.Name == name)).Select(name => new KnowledgeItemTag(name)).ToList());
        _related.RemoveAll(r => !related.Contains(r.RelatedId));
        foreach (var (id, position) in related.Select((id, i) => (id, i + 1)))
        {
            if (_related.Find(r => r.RelatedId == id) is { } known)
            {
                known.Position = position;
            }
            else
            {
                _related.Add(new KnowledgeItemRelation(id, position));
            }
        }

        UpdatedAt = now;
        Raise(new KnowledgeItemFiled(Id, now));
    }

    /// <summary>Whether somebody can make it a part of a manual.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>, <c>KnowledgePartIsManual</c>.</returns>
    public CrmRuling CanBePart(KnowledgeAuthor by, Instant now) => CanFile(by, now).Then(Kind != KnowledgeKind.Manual && Next?.Kind != KnowledgeKind.Manual
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.KnowledgePartIsManual(Id.ToString())));

    /// <summary>Makes it a part of a manual, or of none.</summary>
    /// <param name="manual">The manual; null for none.</param>
    /// <param name="position">Its place: the lowest first; 0 or more.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanBePart"/>.</exception>
    public void BePart(KnowledgeItemId? manual, int position, KnowledgeAuthor by, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        CanBePart(by, now).Demand();
        if (manual == Id)
        {
            throw new ArgumentException("A manual is no part of itself.", nameof(manual));
        }

        (PartOfId, PartPosition) = manual is { } whole ? (Guard.NotEmpty(whole, nameof(manual)), position) : ((KnowledgeItemId?)null, (int?)null);
        UpdatedAt = now;
        Raise(new KnowledgePartPlaced(Id, PartOfId, now));
    }

    /// <summary>Adds a file. Files are those of the item, not of a version.</summary>
    /// <param name="file">The file, whose content is stored.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Something about the file has another form, or there are too many.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanFile"/>.</exception>
    public void Attach(AttachedFile file, KnowledgeAuthor by, Instant now)
    {
        CanFile(by, now).Demand();
        var attached = _files.Count < MaxFiles ? new KnowledgeFile(LastFileNumber + 1, file) : throw new ArgumentException($"An item has at most {MaxFiles} files.", nameof(file));
        _files.Add(attached);
        (LastFileNumber, UpdatedAt) = (attached.Number, now);
        Raise(new KnowledgeFileAttached(Id, attached.Number, attached.Name, now));
    }

    /// <summary>Whether somebody can take a file away.</summary>
    /// <param name="number">The file.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>, <c>KnowledgeFileNotFound</c>.</returns>
    public CrmRuling CanDetach(int number, KnowledgeAuthor by, Instant now) => CanFile(by, now).Then(_files.Exists(f => f.Number == number)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.KnowledgeFileNotFound(number)));

    /// <summary>Takes a file away. Its content stays in the store.</summary>
    /// <param name="number">The file.</param>
    /// <param name="by">Who takes it away.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanDetach"/>.</exception>
    public void Detach(int number, KnowledgeAuthor by, Instant now)
    {
        CanDetach(number, by, now).Demand();
        var gone = _files.Find(f => f.Number == number)!;
        _files.Remove(gone);
        UpdatedAt = now;
        Raise(new KnowledgeFileDetached(Id, number, gone.Name, now));
    }

    private static List<T> AtMost<T>(int most, IEnumerable<T> values, string name) =>
        values.Take(most + 1).ToList() is var all && all.Count <= most ? all : throw new ArgumentException($"At most {most} were expected.", name);
}
