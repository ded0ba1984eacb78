namespace Crm.Domain.Knowledge;

/// <summary>The names of what searches are narrowed to.</summary>
public static class KnowledgeFacet
{
    /// <summary>Items about a product.</summary>
    /// <param name="sku">Its stock-keeping unit.</param>
    /// <returns>The facet.</returns>
    public static string Product(string sku) => Named("product", sku);

    /// <summary>Items of a category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The facet.</returns>
    public static string Category(string category) => Named("category", category);

    /// <summary>Items of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The facet.</returns>
    public static string Kind(string kind) => Named("kind", kind);

    private static string Named(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"{name}:{value}";
    }
}
