using Crm.Analytics.Baskets;

namespace Crm.Analytics.Targeting;

/// <summary>Beam search over conditions that hold together.</summary>
internal sealed class MarketSearch(List<MarketCondition> conditions, ulong[] targets, int customers, TargetMarketOptions options)
{
    private readonly int _targets = MarketCondition.Count(targets);

    /// <summary>All groups that were looked at.</summary>
    public List<MarketCandidate> Run()
    {
        var level = Enumerable.Range(0, conditions.Count).Select(place => Of([place], conditions[place].Bits)).ToList();
        var all = new List<MarketCandidate>(level);
        for (var size = 2; size <= options.MaximumConditions && level.Count > 0; size++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var beam = Sorted(level).Take(options.BeamWidth).ToList();
            level = [.. beam.SelectMany(candidate => Extend(candidate, seen))];
            all.AddRange(level);
        }

        return all;
    }

    /// <summary>Places of the groups with more targets than by chance that are better than every part of them, best first.</summary>
    public IEnumerable<int> Best(List<MarketCandidate> candidates)
    {
        var accuracies = candidates.ToDictionary(candidate => Key(candidate.Conditions), candidate => candidate.Accuracy, StringComparer.Ordinal);
        return Enumerable.Range(0, candidates.Count)
            .Where(place => candidates[place].Accuracy > 0 && Parts(candidates[place].Conditions).All(part => !(accuracies.GetValueOrDefault(Key(part), 0) >= candidates[place].Accuracy)))
            .OrderByDescending(place => candidates[place].Accuracy).ThenBy(place => candidates[place].Conditions.Length).ThenBy(place => place);
    }

    public TargetGroup ToGroup(MarketCandidate candidate) =>
        new([.. candidate.Conditions.Select(place => conditions[place].Condition)], candidate.Customers, candidate.Targets)
        {
            Coverage = _targets == 0 ? 0 : candidate.Targets / (double)_targets,
            Lift = _targets == 0 ? 0 : candidate.Targets / (double)candidate.Customers / (_targets / (double)customers),
            WeightedRelativeAccuracy = candidate.Accuracy,
            PValue = new HypergeometricDistribution(customers, _targets, candidate.Customers).AtLeast(candidate.Targets),
        };

    private IEnumerable<MarketCandidate> Extend(MarketCandidate candidate, HashSet<string> seen)
    {
        for (var place = 0; place < conditions.Count; place++)
        {
            if (Array.Exists(candidate.Conditions, taken => Excludes(conditions[taken], conditions[place]))) continue;
            int[] places = [.. candidate.Conditions.Append(place).Order()];
            var both = MarketCondition.CountBoth(candidate.Bits, conditions[place].Bits);
            // A condition that all meet who are there already adds nothing.
            if (both < options.MinimumCustomers || both == candidate.Customers || !seen.Add(Key(places))) continue;
            yield return Of(places, MarketCondition.And(candidate.Bits, conditions[place].Bits));
        }
    }

    // Two conditions on a field make sense only as the two ends of a range.
    private static bool Excludes(MarketCondition one, MarketCondition other) =>
        one.Condition.Field == other.Condition.Field && one.Condition.Operator == other.Condition.Operator;

    private MarketCandidate Of(int[] places, ulong[] bits)
    {
        var (count, met) = (MarketCondition.Count(bits), MarketCondition.CountBoth(bits, targets));
        return new MarketCandidate(places, bits, count, met, (met - (count * (double)_targets / customers)) / customers);
    }

    private static IEnumerable<MarketCandidate> Sorted(List<MarketCandidate> level) => level.OrderByDescending(candidate => candidate.Accuracy);

    private static IEnumerable<int[]> Parts(int[] places)
    {
        for (var mask = 1; mask < (1 << places.Length) - 1; mask++)
        {
            var chosen = mask;
            yield return [.. places.Where((_, i) => (chosen & (1 << i)) != 0)];
        }
    }

    private static string Key(int[] places) => string.Join(',', places);
}
