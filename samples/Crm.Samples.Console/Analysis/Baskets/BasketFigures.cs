using Crm.Analytics.Baskets;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>What was found in baskets.</summary>
internal sealed record BasketFigures(BasketTable Baskets, int MinimumCount, ItemsetCounts Counts, ItemsetTable? Itemsets, RuleTable? Rules)
{
    public static BasketFigures From(Func<BasketOptions, BasketTable> read, BasketQuestion question)
    {
        var baskets = read(question.Baskets);
        var minimum = question.IsShare ? baskets.CountOfShare(question.Support) : (int)question.Support;
        var options = question.Itemsets with { MinimumCount = minimum };
        try
        {
            if (question.CountOnly)
            {
                return new BasketFigures(baskets, minimum, FrequentItemsets.Count(baskets, options), null, null);
            }

            var itemsets = FrequentItemsets.Find(baskets, options);
            var rules = options.Kind == ItemsetKind.All
                ? AssociationRules.From(itemsets, new RuleOptions { MinimumConfidence = question.Confidence, DegreeOfParallelism = options.DegreeOfParallelism })
                : null;
            return new BasketFigures(baskets, minimum, new ItemsetCounts(itemsets.Count, itemsets.BySize), itemsets, rules);
        }
        catch (OverflowException)
        {
            throw CommandFailure.Refused("TooManyItemsets", "There are more itemsets than can be counted. Raise --min-support, or limit --max-size.", "minSupport");
        }
        catch (InsufficientExecutionStackException)
        {
            throw CommandFailure.Refused("ItemsetsTooLarge", "Itemsets of thousands of items would have to be searched. Raise --min-support, limit --max-size, or leave out large baskets with --max-basket.", "maxSize");
        }
    }
}
