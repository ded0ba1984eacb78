using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A place in the table of contents of the knowledge base. Categories make a tree; that it has no circle is seen to by <see cref="KnowledgeCategories"/>.</summary>
public sealed class KnowledgeCategory : AggregateRoot<KnowledgeCategoryId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    private KnowledgeCategory() => Name = null!;

    /// <summary>Adds a category.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">Its name and place.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the category would stand below itself.</exception>
    public KnowledgeCategory(KnowledgeCategoryId id, KnowledgeCategoryDetails details, Instant now)
        : base(id)
    {
        Name = null!;
        Take(details);
        CreatedAt = now;
        Raise(new KnowledgeCategoryAdded(Id, Name, ParentId, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>The category above it; null for one at the top.</summary>
    public KnowledgeCategoryId? ParentId { get; private set; }

    /// <summary>Its place among those with the same category above: the lowest first, then by name.</summary>
    public int Position { get; private set; }

    /// <summary>When it was added.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was taken away.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>Whether it can be changed or taken away.</summary>
    /// <returns>The ruling; refused with <c>KnowledgeCategoryNotFound</c>.</returns>
    public CrmRuling CanChange() => RemovedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.KnowledgeCategoryNotFound(Name));

    /// <summary>Sets its name and place.</summary>
    /// <param name="details">Name and place.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the category would stand below itself.</exception>
    /// <exception cref="CrmRuleException">It was taken away.</exception>
    public void Change(KnowledgeCategoryDetails details, Instant now)
    {
        CanChange().Demand();
        Take(details);
        Raise(new KnowledgeCategoryChanged(Id, Name, ParentId, now));
    }

    /// <summary>Takes it away; <see cref="KnowledgeCategories"/> sees to it that it is empty.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was taken away.</exception>
    public void Remove(Instant now)
    {
        CanChange().Demand();
        RemovedAt = now;
        Raise(new KnowledgeCategoryRemoved(Id, Name, now));
    }

    private void Take(KnowledgeCategoryDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentOutOfRangeException.ThrowIfNegative(details.Position, nameof(details));
        var name = Guard.Line(details.Name, MaxNameLength);
        if (details.ParentId is { } parent && Guard.NotEmpty(parent, nameof(details)) == Id)
        {
            throw new ArgumentException("A category does not stand below itself.", nameof(details));
        }

        (Name, ParentId, Position) = (name, details.ParentId, details.Position);
    }
}
