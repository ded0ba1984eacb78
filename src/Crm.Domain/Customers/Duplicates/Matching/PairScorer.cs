namespace Crm.Domain.Customers;

/// <summary>Scores pairs by a model. For one thread.</summary>
internal sealed class PairScorer(PairComparer comparer, ValueFrequencies frequencies, MatchModel model, DuplicateRules rules)
{
    private readonly double[] _weights = new double[Comparison.Fields];
    private readonly double[] _odds = new double[Explanation.All.Length];

    /// <summary>The probability that two records are of one customer.</summary>
    public double Score(int a, int b) => Score(comparer.Compare(a, b), a, b);

    /// <summary>The match, or null where it stays below review.</summary>
    public DuplicateMatch? Match(int a, int b, int left)
    {
        var comparison = comparer.Compare(a, b);
        var score = comparison.Known == 0 ? 0 : Score(comparison, a, b);
        if (score < rules.Review || comparison.Known == 0)
        {
            return null;
        }

        var contradictions = Contradictions(comparison);
        var tier = score >= rules.Auto && contradictions.Length == 0 && !MayBeSiblings(comparison, a, b) ? DuplicateTiers.Auto : DuplicateTiers.Review;
        return new DuplicateMatch(a, b - left, Math.Round(score, 6), tier, contradictions, Reasons(comparison));
    }

    private static bool SharesHome(Comparison comparison) => comparison[MatchField.Street] >= MatchLevel.Near || comparison[MatchField.Phone] >= MatchLevel.Near;

    // A family shares name, address and number, twins the day of birth too; and twins are named alike. Where given names differ by more
    // than a slip, or are two names that people bear, something that is one's own has to agree.
    private bool MayBeSiblings(Comparison comparison, int a, int b) =>
        SharesHome(comparison) && comparison[MatchField.NationalId] < MatchLevel.Near && comparison[MatchField.Email] != MatchLevel.Exact && comparison[MatchField.Given] switch
        {
            MatchLevel.Missing or MatchLevel.Exact => false,
            MatchLevel.Near => comparison[MatchField.Order] == MatchLevel.Missing && frequencies.AreTwoNames(RecordColumn.Given, a, b),
            _ => true,
        };

    private double Score(Comparison comparison, int a, int b)
    {
        for (var f = 0; f < _weights.Length; f++)
        {
            var level = comparison[f];
            _weights[f] = model.Weight(f, level, level == MatchLevel.Exact ? frequencies.Of((MatchField)f, a, b) : 1);
        }

        return 1 / (1 + model.Odds(comparison, _weights, _odds));
    }

    // Two numbers of a register are two customers, and so are two days of birth, as with parents, children and twins at one address.
    private static string[] Contradictions(Comparison comparison)
    {
        var contradictions = new List<string>();
        if (comparison[MatchField.NationalId] == MatchLevel.Different)
        {
            contradictions.Add(DuplicateFields.NationalId);
        }

        if (comparison[MatchField.Birth] == MatchLevel.Different && comparison[MatchField.NationalId] < MatchLevel.Near)
        {
            contradictions.Add(DuplicateFields.BirthDate);
        }

        return [.. contradictions];
    }

    private List<DuplicateReason> Reasons(Comparison comparison)
    {
        var reasons = new List<DuplicateReason>();
        for (var f = 0; f < _weights.Length; f++)
        {
            if (comparison[f] != MatchLevel.Missing)
            {
                reasons.Add(new(DuplicateFields.All[f], DuplicateLevels.All[(int)comparison[f] - 1], Math.Round(_weights[f], 2)));
            }
        }

        return reasons;
    }
}
