using Crm.Analytics.Recommendations;
using Crm.Analytics.Targeting;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Whom to offer a product, and with a holdout, how soon that ranking reaches those who bought it then.</summary>
internal sealed record AudienceFigures(string Product, int Candidates, IReadOnlyList<ProspectiveBuyer> Buyers, GainCurve? Gain)
{
    public static AudienceFigures From(ObservedLog observed, string name, Func<OwnedProducts, IProductModel> fit)
    {
        var owned = OwnedProducts.From(observed.Log);
        var product = KeyCollector.Like(name, owned.Products.Kind);
        var place = owned.Products.Find(product);
        if (place < 0)
        {
            throw CommandFailure.Refused("ProductUnknown", $"Nobody bought {name}, so nothing is known of who might.", "product");
        }

        var buyers = ProductAudience.For(owned, fit(owned), product, int.MaxValue);
        int[] candidates = [.. Enumerable.Range(0, owned.Customers.Count).Where(customer => owned.Of(customer).BinarySearch(place) < 0)];
        return new AudienceFigures(name, candidates.Length, buyers, observed.Split is { } split ? Curve(OwnedProducts.From(split.Holdout), product, owned, candidates, buyers) : null);
    }

    private static GainCurve Curve(
        OwnedProducts later, Crm.Analytics.Purchases.PurchaseKey product, OwnedProducts owned, int[] candidates, IReadOnlyList<ProspectiveBuyer> buyers)
    {
        var (place, scores) = (later.Products.Find(product), buyers.ToDictionary(buyer => buyer.Customer, buyer => buyer.Score));
        return GainCurve.Of(
            [.. candidates.Select(customer => scores.GetValueOrDefault(owned.Customers[customer]))],
            [.. candidates.Select(customer => place >= 0 && later.Of(customer).BinarySearch(place) >= 0)]);
    }
}
