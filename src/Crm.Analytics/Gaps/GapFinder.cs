using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;

namespace Crm.Analytics.Gaps;

/// <summary>
/// Finds what is missing in what is offered: themes of needs that nothing meets, products that are bought for want of a better one,
/// and products that a segment does not buy though others do; each with its evidence.
/// </summary>
public static class GapFinder
{
    /// <summary>Finds gaps.</summary>
    /// <param name="question">Needs, products, purchases and segments.</param>
    /// <param name="options">What counts; null for the defaults.</param>
    /// <returns>The gaps; the same for the same question, in whatever order its parts are given but for the order of evidence.</returns>
    /// <exception cref="ArgumentException">Two needs of one source have one id, or a product is offered twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static GapTable Find(GapQuestion question, GapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        options ??= new GapOptions();
        options.Check();
        if (question.Needs.GroupBy(need => (need.Source, need.Id)).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The need {twice.Key.Id} is there twice.", nameof(question));
        if (question.Products.GroupBy(product => product.Product).FirstOrDefault(group => group.Skip(1).Any()) is { } double_)
            throw new ArgumentException($"The product {double_.Key} is there twice.", nameof(question));

        var (themes, without, isTruncated) = ThemeSearch.Find(question.Needs, options);
        var owned = question.Purchases is { ProductPositions.IsEmpty: false } log ? OwnedProducts.From(log) : null;
        var substitutes = owned is null ? [] : SubstituteSearch.Find(question.Purchases!, owned, options);
        var segments = SegmentsOf(question, options);
        return new GapTable(
            [.. themes.Select((theme, place) => Describe(theme, question.Products, owned, substitutes) with { Segments = segments(themes, place) })],
            [.. substitutes.Take(options.Count)],
            owned is null ? [] : MissingPurchases.Find(owned, question.Segments, options),
            without,
            isTruncated);
    }

    private static NeedTheme Describe(NeedTheme theme, IReadOnlyList<OfferedProduct> products, OwnedProducts? owned, IReadOnlyList<SubstitutePair> substitutes)
    {
        var shared = products
            .Select(offered => (offered.Product, Terms: theme.Terms.Count(term => offered.Terms.Contains(term, StringComparer.Ordinal))))
            .Where(offered => offered.Terms > 0).OrderByDescending(offered => offered.Terms).ThenBy(offered => offered.Product).ToList();
        PurchaseKey[] metBy = [.. shared.Where(offered => offered.Terms == theme.Terms.Count).Select(offered => offered.Product)];
        PurchaseKey[] near = [.. shared.Where(offered => offered.Terms < theme.Terms.Count).Select(offered => offered.Product)];
        var around = metBy.Concat(near).ToHashSet();
        return theme with
        {
            MetBy = metBy,
            Near = near,
            ToTeach = metBy.Length == 0 ? [] : [.. theme.Evidence.Select(need => need.Customer).OfType<PurchaseKey>().Distinct().Where(customer => !Owns(owned, customer, metBy)).Order()],
            Substitutes = [.. substitutes.Where(pair => around.Contains(pair.First) && around.Contains(pair.Second))],
        };
    }

    private static bool Owns(OwnedProducts? owned, PurchaseKey customer, PurchaseKey[] products)
    {
        if (owned is null || owned.Customers.Find(customer) is var place && place < 0) return false;
        foreach (var product in owned.Of(owned.Customers.Find(customer)))
        {
            if (products.Contains(owned.Products[product])) return true;
        }

        return false;
    }

    // Among customers that have a segment; each theme and segment is one test.
    private static Func<IReadOnlyList<NeedTheme>, int, IReadOnlyList<ThemeSegment>> SegmentsOf(GapQuestion question, GapOptions options)
    {
        var sizes = question.Segments.Values.GroupBy(segment => segment, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        List<(int Theme, ThemeSegment Segment)>? found = null;
        return (themes, place) =>
        {
            found ??= Test(themes);
            return [.. found.Where(one => one.Theme == place).Select(one => one.Segment).OrderBy(one => one.PValue).ThenBy(one => one.Segment, StringComparer.Ordinal)];
        };

        List<(int, ThemeSegment)> Test(IReadOnlyList<NeedTheme> themes)
        {
            var tests = new List<(int Theme, ThemeSegment Segment)>();
            for (var theme = 0; theme < themes.Count; theme++)
            {
                var members = themes[theme].Evidence.Select(need => need.Customer).OfType<PurchaseKey>().Distinct().Select(customer => question.Segments.GetValueOrDefault(customer)).OfType<string>().ToList();
                foreach (var group in members.GroupBy(segment => segment, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                {
                    var (count, size) = (group.Count(), sizes[group.Key]);
                    tests.Add((theme, new ThemeSegment(group.Key, count, size, new HypergeometricDistribution(question.Segments.Count, members.Count, size).AtLeast(count))));
                }
            }

            var adjusted = Significance.Adjust([.. tests.Select(test => test.Segment.PValue)], options.Correction);
            return [.. tests.Select((test, i) => (test.Theme, test.Segment with { PValue = adjusted[i] })).Where(test => test.Item2.PValue <= options.SignificanceLevel)];
        }
    }
}
