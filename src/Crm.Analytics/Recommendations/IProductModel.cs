using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>Says how much speaks for each product, given what somebody owns. Nothing is kept of customers, so new ones need no refit.</summary>
/// <remarks>Scores are single precision; they order products of one customer and mean nothing across models.</remarks>
public interface IProductModel
{
    /// <summary>The keys of the products the model knows, ascending; positions are places in this list.</summary>
    PurchaseKeys Products { get; }

    /// <summary>Scores every product.</summary>
    /// <param name="owned">Positions of the products owned, each once.</param>
    /// <param name="scores">One score a product, overwritten; 0 or less means that nothing speaks for it.</param>
    void Score(ReadOnlySpan<int> owned, Span<float> scores);

    /// <summary>What one owned product adds to the score of another; 0 where it says nothing.</summary>
    /// <param name="owned">The position of the product owned.</param>
    /// <param name="product">The position of the product scored.</param>
    float Contribution(int owned, int product);
}
