namespace Crm.Domain.Knowledge;

/// <summary>
/// Walks the tree of categories. Each change is checked against the tree that its writer saw; should two that were made at once ever close a
/// circle, what is in it stands at the top until somebody moves it.
/// </summary>
internal static class KnowledgeTree
{
    public static List<KnowledgeCategoryNode> Of(
        IReadOnlyList<KnowledgeCategory> all, IReadOnlyDictionary<KnowledgeCategoryId, int> counts, bool withEmpty)
    {
        var parents = all.ToDictionary(c => c.Id, c => c.ParentId);
        var shown = withEmpty ? null : counts.Keys.SelectMany(id => PathTo(parents, id)).ToHashSet();
        var ordered = all.OrderBy(c => c.Position).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).ToList();
        var below = ordered.ToLookup(c => c.ParentId);
        var nodes = new List<KnowledgeCategoryNode>();
        var done = new HashSet<KnowledgeCategoryId>();
        foreach (var root in ordered.Where(c => c.ParentId is null).Concat(ordered))
        {
            Add(root, 0);
        }

        return nodes;

        void Add(KnowledgeCategory category, int depth)
        {
            if (!done.Add(category.Id))
            {
                return;
            }

            if (shown?.Contains(category.Id) != false)
            {
                nodes.Add(new(category.Id, category.Name, category.ParentId, depth, counts.GetValueOrDefault(category.Id)));
            }

            foreach (var child in below[category.Id])
            {
                Add(child, depth + 1);
            }
        }
    }

    /// <summary>A category and those above it, from below.</summary>
    public static List<KnowledgeCategoryId> PathTo(IReadOnlyList<KnowledgeCategory> all, KnowledgeCategoryId id) => PathTo(all.ToDictionary(c => c.Id, c => c.ParentId), id);

    /// <summary>How many categories stand one below another under a category.</summary>
    public static int HeightOf(IReadOnlyList<KnowledgeCategory> all, KnowledgeCategoryId id)
    {
        var parents = all.ToDictionary(c => c.Id, c => c.ParentId);
        return parents.Keys.Max(c => PathTo(parents, c).IndexOf(id)) is var height and > 0 ? height : 0;
    }

    private static List<KnowledgeCategoryId> PathTo(Dictionary<KnowledgeCategoryId, KnowledgeCategoryId?> parents, KnowledgeCategoryId id)
    {
        var path = new List<KnowledgeCategoryId>();
        for (KnowledgeCategoryId? at = id; at is { } here && !path.Contains(here) && parents.TryGetValue(here, out var parent); at = parent)
        {
            path.Add(here);
        }

        return path;
    }
}
