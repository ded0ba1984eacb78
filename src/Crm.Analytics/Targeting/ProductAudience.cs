using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;

namespace Crm.Analytics.Targeting;

/// <summary>Whom to offer one product: the customers without it for whom most speaks.</summary>
public static class ProductAudience
{
    /// <summary>Ranks the customers who do not have a product.</summary>
    /// <param name="owned">Who bought what.</param>
    /// <param name="model">A fitted model.</param>
    /// <param name="product">The product.</param>
    /// <param name="count">The most customers.</param>
    /// <returns>Customers for whom something speaks, best first, of a tie the lower key; none for a product that the model does not know.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <remarks>Scores of two customers can be compared here as far as the model allows: more of what goes with the product speaks for more.</remarks>
    public static IReadOnlyList<ProspectiveBuyer> For(OwnedProducts owned, IProductModel model, PurchaseKey product, int count = 100)
    {
        ArgumentNullException.ThrowIfNull(owned);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var place = model.Products.Find(product);
        if (place < 0) return [];
        var (known, scores, found) = (owned.In(model.Products), new float[model.Products.Count], new List<ProspectiveBuyer>());
        for (var customer = 0; customer < known.Customers.Count; customer++)
        {
            if (known.Of(customer).BinarySearch(place) >= 0) continue;
            model.Score(known.Of(customer), scores);
            if (scores[place] > 0) found.Add(new ProspectiveBuyer(known.Customers[customer], scores[place]));
        }

        return [.. found.OrderByDescending(buyer => buyer.Score).Take(count)];
    }
}
