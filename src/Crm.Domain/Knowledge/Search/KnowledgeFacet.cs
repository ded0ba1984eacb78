namespace Crm.Domain.Knowledge;

/// <summary>The names of what searches are narrowed to.</summary>
internal static class KnowledgeFacet
{
    public static string Product(string sku) => $"product:{sku}";

    public static string Kind(KnowledgeKind kind) => $"kind:{kind}";

    public static string Category(KnowledgeCategoryId category) => $"category:{category}";

    /// <summary>Tags are stored in one form; what cannot be a tag is one that nothing has.</summary>
    public static string Tag(string tag)
    {
        try
        {
            return $"tag:{KnowledgeItemTag.Normalise(tag)}";
        }
        catch (ArgumentException)
        {
            return "tag:";
        }
    }
}
