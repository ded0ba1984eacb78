using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;

namespace Crm.Analytics.Gaps;

/// <summary>Products that segments buy less than the customers outside of them.</summary>
internal static class MissingPurchases
{
    public static List<MissingPurchase> Find(OwnedProducts owned, IReadOnlyDictionary<PurchaseKey, string> segments, GapOptions options)
    {
        var ofCustomer = owned.Customers.Select(customer => segments.GetValueOrDefault(customer)).ToArray();
        var names = ofCustomer.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var sizes = names.ToDictionary(name => name, name => ofCustomer.Count(segment => segment == name), StringComparer.Ordinal);
        var (starts, buyers) = owned.ByProduct();
        var all = owned.Customers.Count;
        var tests = new List<MissingPurchase>();
        for (var product = 0; product < owned.Products.Count; product++)
        {
            var who = buyers.AsSpan(starts[product], starts[product + 1] - starts[product]);
            var inside = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var customer in who)
            {
                if (ofCustomer[customer] is { } segment) inside[segment] = inside.GetValueOrDefault(segment) + 1;
            }

            foreach (var name in names)
            {
                var (size, own) = (sizes[name], inside.GetValueOrDefault(name));
                var (others, outside) = (all - size, who.Length - own);
                if (others == 0 || outside < options.MinimumPenetration * others) continue;
                var expected = (double)outside * size / others;
                if (own >= expected) continue;

                // So few buyers inside are so many who did not buy: summed from the thin end.
                tests.Add(new MissingPurchase(name, owned.Products[product], size, own, expected, new HypergeometricDistribution(all, all - who.Length, size).AtLeast(size - own)));
            }
        }

        var adjusted = Significance.Adjust([.. tests.Select(test => test.PValue)], options.Correction);
        return
        [
            .. tests.Select((test, i) => test with { PValue = adjusted[i] }).Where(test => test.PValue <= options.SignificanceLevel)
                .OrderByDescending(test => test.Expected - test.Buyers).ThenBy(test => test.Segment, StringComparer.Ordinal).ThenBy(test => test.Product).Take(options.Count),
        ];
    }
}
