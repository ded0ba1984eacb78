using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>The table of contents of the knowledge base: a tree of categories.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeCategories(IKnowledgeCategoryStore categories, CrmActs acts)
{
    /// <summary>Most categories of a tenant.</summary>
    public const int MaxCategories = 2_000;

    /// <summary>Most categories one above another.</summary>
    public const int MaxDepth = 10;

    /// <summary>Lists the tree, each category right before those below it. Whoever is not staff sees those that lead to something readable.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The categories.</returns>
    public async Task<IReadOnlyList<KnowledgeCategoryNode>> ListAsync(CancellationToken cancellationToken = default)
    {
        var all = await categories.AllAsync(cancellationToken).ConfigureAwait(false);
        var counts = await categories.CountAsync(acts.Gate.ReadableAudiences, acts.Now, cancellationToken).ConfigureAwait(false);
        return KnowledgeTree.Of(all, counts, withEmpty: acts.Gate.Actor.IsStaff);
    }

    /// <summary>Adds a category.</summary>
    /// <param name="details">Its name and place.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The category, or <c>ActNotAllowed</c>, <c>KnowledgeCategoriesFull</c>, <c>KnowledgeCategoryNotFound</c>,
    /// <c>KnowledgeCategoryMisplaced</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeCategory>> AddAsync(KnowledgeCategoryDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<KnowledgeCategory>(
            "knowledge.add-category",
            async now =>
            {
                var all = await categories.AllAsync(cancellationToken).ConfigureAwait(false);
                if (all.Count >= MaxCategories)
                {
                    return acts.Errors.KnowledgeCategoriesFull(MaxCategories);
                }

                if (Misplaced(all, null, details) is { } error)
                {
                    return error;
                }

                var added = new KnowledgeCategory(KnowledgeCategoryId.New(now), details, now);
                categories.Add(added);
                return added;
            },
            cancellationToken);
    }

    /// <summary>Sets name and place of a category; what stands below it goes with it.</summary>
    /// <param name="id">The category.</param>
    /// <param name="details">Its name and place.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The category, or <c>ActNotAllowed</c>, <c>KnowledgeCategoryNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeCategoryMisplaced</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeCategory>> ChangeAsync(
        KnowledgeCategoryId id, KnowledgeCategoryDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return OfAsync("knowledge.change-category", id, expectedVersion, (found, all, now) =>
        {
            if (Misplaced(all, found, details) is { } error)
            {
                return Task.FromResult<CrmError?>(error);
            }

            found.Change(details, now);
            return Task.FromResult<CrmError?>(null);
        }, cancellationToken);
    }

    /// <summary>Takes away a category under which nothing is filed.</summary>
    /// <param name="id">The category.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What was taken away, or <c>ActNotAllowed</c>, <c>KnowledgeCategoryNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeCategoryInUse</c>.</returns>
    public Task<CrmResult<KnowledgeCategory>> RemoveAsync(KnowledgeCategoryId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        OfAsync("knowledge.remove-category", id, expectedVersion, async (found, all, now) =>
        {
            if (all.Any(c => c.ParentId == id) || await categories.HasItemsAsync(id, cancellationToken).ConfigureAwait(false))
            {
                return acts.Errors.KnowledgeCategoryInUse(found.Name);
            }

            found.Remove(now);
            return null;
        }, cancellationToken);

    private Task<CrmResult<KnowledgeCategory>> OfAsync(
        string act, KnowledgeCategoryId id, long? expectedVersion,
        Func<KnowledgeCategory, IReadOnlyList<KnowledgeCategory>, NodaTime.Instant, Task<CrmError?>> change, CancellationToken cancellationToken) =>
        acts.MakeAsync<KnowledgeCategory>(
            act,
            async now =>
            {
                var all = await categories.AllAsync(cancellationToken).ConfigureAwait(false);
                if (all.FirstOrDefault(c => c.Id == id) is not { } found)
                {
                    return acts.Errors.KnowledgeCategoryNotFound(id.ToString());
                }

                if (expectedVersion is { } expected && expected != found.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(KnowledgeCategory)} {found.Name}");
                }

                return await change(found, all, now).ConfigureAwait(false) is { } error ? error : found;
            },
            cancellationToken);

    private CrmError? Misplaced(IReadOnlyList<KnowledgeCategory> all, KnowledgeCategory? moved, KnowledgeCategoryDetails details)
    {
        if (details.ParentId is not { } parent)
        {
            return null;
        }

        if (all.All(c => c.Id != parent))
        {
            return acts.Errors.KnowledgeCategoryNotFound(parent.ToString());
        }

        var above = KnowledgeTree.PathTo(all, parent);
        var below = moved is null ? 0 : KnowledgeTree.HeightOf(all, moved.Id);
        return (moved is not null && above.Contains(moved.Id)) || above.Count + 1 + below > MaxDepth
            ? acts.Errors.KnowledgeCategoryMisplaced(details.Name)
            : null;
    }
}
