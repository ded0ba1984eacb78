namespace Crm.Samples.Embedding.Shop;

/// <summary>A row of the shop that remembers when it was changed.</summary>
public interface IStamped
{
    DateTime ChangedAt { get; set; }
}
