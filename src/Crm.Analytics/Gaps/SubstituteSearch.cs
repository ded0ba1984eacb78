using System.Runtime.InteropServices;
using Crm.Analytics.Baskets;
using Crm.Analytics.Mathematics;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;

namespace Crm.Analytics.Gaps;

/// <summary>
/// Pairs that customers buy at different times: within each customer's purchases both are together less often than chance would have
/// it, summed over customers as Mantel and Haenszel do, so that who buys much does not pass for a link between products.
/// </summary>
internal static class SubstituteSearch
{
    public static List<SubstitutePair> Find(PurchaseLog log, OwnedProducts owned, GapOptions options)
    {
        var (starts, _) = owned.ByProduct();
        int[] products = [.. Enumerable.Range(0, owned.Products.Count)
            .Where(product => starts[product + 1] - starts[product] >= options.MinimumPeople)
            .OrderByDescending(product => starts[product + 1] - starts[product]).ThenBy(product => product).Take(options.MaximumProducts).Order()];
        if (products.Length < 2) return [];

        var places = new int[owned.Products.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < products.Length; place++) places[products[place]] = place;
        var tallies = Count(log, places, products.Length);
        var pairs = new List<(int First, int Second, PairTally Tally, double PValue)>();
        for (var first = 0; first < products.Length; first++)
        {
            for (var second = first + 1; second < products.Length; second++)
            {
                ref readonly var tally = ref tallies[PlaceOf(first, second, products.Length)];
                if (tally.Customers >= options.MinimumPeople && tally.Variance > 0 && tally.Together < tally.Expected && !IsUnrelated(tally, starts, products[first], products[second], owned.Customers.Count))
                {
                    // With the usual correction for counts, which errs on the side of no effect.
                    var distance = Math.Max(0, tally.Expected - tally.Together - 0.5) / Math.Sqrt(tally.Variance);
                    pairs.Add((first, second, tally, NormalDistribution.Upper(distance)));
                }
            }
        }

        var adjusted = Significance.Adjust([.. pairs.Select(pair => pair.PValue)], options.Correction);
        return
        [
            .. pairs.Select((pair, i) => new SubstitutePair(
                    owned.Products[products[pair.First]], owned.Products[products[pair.Second]], pair.Tally.Customers, pair.Tally.Together, pair.Tally.Expected, adjusted[i]))
                .Where(pair => pair.PValue <= options.SignificanceLevel)
                .OrderByDescending(pair => pair.Customers).ThenBy(pair => pair.PValue).ThenBy(pair => pair.First).ThenBy(pair => pair.Second),
        ];
    }

    // Who needs one must not need the other less often than anybody does: else they are for different people, not for one need.
    private static bool IsUnrelated(in PairTally tally, int[] starts, int first, int second, int customers) =>
        (double)tally.Customers * customers < (double)(starts[first + 1] - starts[first]) * (starts[second + 1] - starts[second]);

    private static PairTally[] Count(PurchaseLog log, int[] places, int products)
    {
        var tallies = new PairTally[(long)products * (products - 1) / 2];
        var (baskets, rows) = LogBaskets.Of(log, BasketUnit.Order);
        var (own, counts, together) = (new List<int>(), new ProductTally[products], new Dictionary<(int, int), (int All, int Alone)>());
        for (var basket = 0; basket < baskets.Count;)
        {
            var begin = basket;
            var end = log.RowStarts[CustomerOf(log, rows[baskets[basket].Start]) + 1];
            own.Clear();
            together.Clear();
            for (; basket < baskets.Count && rows[baskets[basket].Start] < end; basket++) Take(log, places, rows.AsSpan(baskets[basket].Start, baskets[basket].Length), own, counts, together);
            own.Sort();
            for (var i = 0; i < own.Count; i++)
            {
                for (var j = i + 1; j < own.Count; j++)
                {
                    tallies[PlaceOf(own[i], own[j], products)].Add(basket - begin, counts[own[i]], counts[own[j]], together.GetValueOrDefault((own[i], own[j])));
                }
            }

            foreach (var product in own) counts[product] = default;
        }

        return tallies;
    }

    private static void Take(PurchaseLog log, int[] places, ReadOnlySpan<int> rows, List<int> own, ProductTally[] counts, Dictionary<(int, int), (int All, int Alone)> together)
    {
        var (basket, all) = (new SortedSet<int>(), new HashSet<int>());
        foreach (var row in rows)
        {
            all.Add(log.ProductPositions[row]);
            if (places[log.ProductPositions[row]] is >= 0 and var place) basket.Add(place);
        }

        foreach (var product in basket)
        {
            if (counts[product].All++ == 0) own.Add(product);
            if (all.Count == 1) counts[product].Alone++;
            foreach (var other in basket.GetViewBetween(product + 1, int.MaxValue))
            {
                var (known, alone) = together.GetValueOrDefault((product, other));
                together[(product, other)] = (known + 1, all.Count == 2 ? alone + 1 : alone);
            }
        }
    }

    private static int CustomerOf(PurchaseLog log, int row)
    {
        // The last customer that begins at or before the row.
        var (low, high) = (0, log.CustomerCount);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (log.RowStarts[middle] <= row) low = middle;
            else high = middle;
        }

        return low;
    }

    private static long PlaceOf(int first, int second, int products) => ((long)first * ((2L * products) - first - 1) / 2) + second - first - 1;

    [StructLayout(LayoutKind.Auto)]
    private struct PairTally
    {
        public int Customers;
        public int Together;
        public double Expected;
        public double Variance;

        // Of the purchases that hold something else too.
        public void Add(int baskets, ProductTally first, ProductTally second, (int All, int Alone) both)
        {
            Customers++;
            double n = baskets - first.Alone - second.Alone - both.Alone;
            double a = first.All - first.Alone - both.Alone;
            double b = second.All - second.Alone - both.Alone;
            Together += both.All - both.Alone;
            if (n > 0) Expected += a * b / n;
            if (n > 1) Variance += a * b * (n - a) * (n - b) / (n * n * (n - 1));
        }
    }

    /// <summary>In how many purchases of a customer a product is, and in how many alone.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct ProductTally
    {
        public int All;
        public int Alone;
    }
}
