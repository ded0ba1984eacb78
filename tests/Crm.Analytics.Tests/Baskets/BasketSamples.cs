using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Baskets;

/// <summary>Public baskets, generated ones, and a miner that tries every subset.</summary>
internal static class BasketSamples
{
    /// <summary>Few items in few baskets, so that sets repeat, some items are always together, and baskets are empty.</summary>
    public static Arbitrary<int[][]> Baskets { get; } = (
        from twins in Gen.Choose(0, 1)
        from baskets in Gen.Choose(1, 7).ArrayOf().ArrayOf()
        select baskets.Take(14).Select(b => b.SelectMany(i => twins == 1 && i > 5 ? new[] { i, i + 10 } : [i]).ToArray()).ToArray()).ToArbitrary();

    public static BasketTable Fimi(string file) =>
        BasketTable.From(TestData.Lines(file).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => (PurchaseKey)(long)TestData.Number(item))));

    public static BasketTable Groceries() => BasketTable.From(TestData.Lines("groceries.basket").Select(line => line.Split(',').Select(item => (PurchaseKey)item)));

    public static BasketTable Of(params int[][] baskets) => BasketTable.From(baskets.Select(b => b.Select(i => (PurchaseKey)i)));

    public static BasketTable OfText(params string[] baskets) => BasketTable.From(baskets.Select(b => b.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => (PurchaseKey)i)));

    /// <summary>Every set with its count, as text: items by key, then the count.</summary>
    public static IEnumerable<string> Texts(ItemsetTable table) => table.Select(set => $"{string.Join(' ', set.Items.Select(i => table.Items[i]))}: {set.Count}");

    /// <summary>The same by trying every subset of every basket.</summary>
    public static IEnumerable<string> Naive(int[][] baskets, int minimum, ItemsetKind kind)
    {
        var counts = new Dictionary<string, (int[] Items, int Count)>(StringComparer.Ordinal);
        foreach (var basket in baskets.Select(b => b.Distinct().Order().ToArray()))
        {
            for (var subset = 1; subset < 1 << basket.Length; subset++)
            {
                var items = basket.Where((_, i) => (subset >> i & 1) == 1).ToArray();
                var key = string.Join(' ', items);
                counts[key] = (items, counts.GetValueOrDefault(key).Count + 1);
            }
        }

        var frequent = counts.Where(c => c.Value.Count >= minimum).Select(c => (Text: c.Key, c.Value.Items, c.Value.Count)).ToArray();
        return from set in frequent
               where kind == ItemsetKind.All || frequent.Where(other => other.Items.Length > set.Items.Length && set.Items.All(other.Items.Contains))
                   .All(other => kind == ItemsetKind.Closed && other.Count < set.Count)
               select $"{set.Text}: {set.Count}";
    }
}
