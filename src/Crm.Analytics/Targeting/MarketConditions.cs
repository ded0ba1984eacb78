using Crm.Domain.Criteria;

namespace Crm.Analytics.Targeting;

/// <summary>The conditions that attributes allow: each choice, and each side of each cut of a number.</summary>
internal static class MarketConditions
{
    public static List<MarketCondition> Of(IReadOnlyList<MarketAttribute> attributes, int customers, TargetMarketOptions options)
    {
        var conditions = new List<MarketCondition>();
        foreach (var attribute in attributes)
        {
            var found = attribute.Numbers is { } numbers ? Cuts(attribute.Field, numbers, options.NumberParts) : Choices(attribute.Field, attribute.Choices!);
            foreach (var condition in found)
            {
                var met = MarketCondition.Count(condition.Bits);
                // What everybody meets, or too few, tells nothing.
                if (met >= options.MinimumCustomers && met < customers) conditions.Add(condition);
            }
        }

        return conditions;
    }

    private static IEnumerable<MarketCondition> Choices(string field, IReadOnlyList<string?> values)
    {
        var places = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            if (string.IsNullOrEmpty(values[i])) continue;
            if (!places.TryGetValue(values[i]!, out var list)) places.Add(values[i]!, list = []);
            list.Add(i);
        }

        foreach (var (value, rows) in places)
        {
            var bits = new ulong[(values.Count + 63) / 64];
            foreach (var row in rows) bits[row >> 6] |= 1UL << (row & 63);
            yield return new MarketCondition(new Condition(field, CriteriaOperators.Equal, value), bits);
        }
    }

    private static IEnumerable<MarketCondition> Cuts(string field, IReadOnlyList<decimal?> numbers, int parts)
    {
        decimal[] sorted = [.. numbers.OfType<decimal>().Order()];
        if (sorted.Length == 0) yield break;
        var cuts = Enumerable.Range(1, parts - 1).Select(part => sorted[(int)((long)sorted.Length * part / parts)]).Distinct();
        foreach (var cut in cuts)
        {
            yield return new MarketCondition(
                new Condition(field, CriteriaOperators.LessThan, cut), MarketCondition.BitsOf(numbers.Count, i => numbers[i] < cut));
            yield return new MarketCondition(
                new Condition(field, CriteriaOperators.GreaterOrEqual, cut), MarketCondition.BitsOf(numbers.Count, i => numbers[i] >= cut));
        }
    }
}
