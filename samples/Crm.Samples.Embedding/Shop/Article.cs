namespace Crm.Samples.Embedding.Shop;

/// <summary>What the shop has on its shelves. It was there long before the CRM.</summary>
public sealed class Article : IStamped
{
    public required string Sku { get; init; }

    public required string Name { get; init; }

    public required decimal Price { get; set; }

    /// <summary>The database refuses to sell what is not there: a check constraint keeps this from falling below zero.</summary>
    public int InStock { get; set; }

    public DateTime ChangedAt { get; set; }
}
