namespace Crm.Domain.Customers;

/// <summary>What levels say, and what to expect of a pair before it is looked at: the rules, or what was learned beside them.</summary>
internal sealed class MatchModel
{
    /// <summary>Logarithms to base 2 by field and level: among records of one customer, and of two.</summary>
    public double[,] Agreement { get; } = new double[Comparison.Fields, Comparison.LevelsOfField];

    public double[,] Chance { get; } = new double[Comparison.Fields, Comparison.LevelsOfField];

    /// <summary>Expected share of pairs that are duplicates.</summary>
    public double Duplicates { get; set; }

    /// <summary>Expected share of pairs by <see cref="Explanation.All"/>.</summary>
    public double[] Shares { get; } = new double[Explanation.All.Length];

    /// <summary>The weight of a field in a pair; zero where it is missing.</summary>
    public double Weight(int field, MatchLevel level, double frequency) => level switch
    {
        MatchLevel.Missing => 0,
        MatchLevel.Exact => Agreement[field, (int)level] - Math.Log2(Math.Min(frequency, 1)),
        _ => Agreement[field, (int)level] - Chance[field, (int)level],
    };

    /// <summary>The probability of each explanation over that of a duplicate, and their sum.</summary>
    public double Odds(Comparison comparison, ReadOnlySpan<double> weights, Span<double> odds)
    {
        var (sum, known) = (0d, comparison.Known);
        for (var k = 0; k < odds.Length; k++)
        {
            var explanation = Explanation.All[k];
            if (explanation.Needs != 0 && (explanation.Needs & known) == 0)
            {
                odds[k] = 0;
                continue;
            }

            var bits = 0d;
            for (var f = 0; f < weights.Length; f++)
            {
                bits += explanation.Shares(f) ? 0 : Math.Min(weights[f], explanation.Limit(f, comparison[f]));
            }

            odds[k] = Shares[k] / Duplicates * double.Exp2(-bits);
            sum += odds[k];
        }

        return sum;
    }
}
