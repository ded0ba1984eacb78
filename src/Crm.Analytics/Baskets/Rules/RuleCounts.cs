using System.Runtime.InteropServices;

namespace Crm.Analytics.Baskets;

/// <summary>The four numbers of baskets that every measure of a rule follows from.</summary>
/// <param name="Transactions">All baskets.</param>
/// <param name="Antecedent">Those with the left side.</param>
/// <param name="Consequent">Those with the right side.</param>
/// <param name="Both">Those with both.</param>
/// <remarks>
/// Definitions as in the package arules for R. A measure whose denominator is 0 is infinite or not a number, as named. The two
/// measures by the hypergeometric distribution are computed when asked for.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleCounts(int Transactions, int Antecedent, int Consequent, int Both)
{
    private const double HyperLevel = 0.99;

    /// <summary>P(left and right).</summary>
    public double Support => (double)Both / Transactions;

    /// <summary>P(right given left).</summary>
    public double Confidence => (double)Both / Antecedent;

    /// <summary>Confidence by P(right): how many times as often as without the left side. 1 says that the sides do not care for one another.</summary>
    public double Lift => (double)Both * Transactions / ((double)Antecedent * Consequent);

    /// <summary>P(left).</summary>
    public double Coverage => (double)Antecedent / Transactions;

    /// <summary>Support less what independent sides would have.</summary>
    public double Leverage => Support - (Coverage * Expected);

    /// <summary>How many times as often the rule would fail were the sides independent; infinite for a rule that never fails.</summary>
    public double Conviction => (1 - Expected) / ((double)(Antecedent - Both) / Antecedent);

    /// <summary>The chi-square statistic of independence, one degree of freedom, without Yates's correction; not a number where a side is in all baskets or none.</summary>
    public double ChiSquared => Transactions * Phi * Phi;

    /// <summary>The correlation of the two sides, from −1 to 1.</summary>
    public double Phi => (((double)Transactions * Both) - ((double)Antecedent * Consequent))
        / (Math.Sqrt((double)Antecedent * Consequent) * Math.Sqrt((double)(Transactions - Antecedent) * (Transactions - Consequent)));

    /// <summary>P(both) by P(either).</summary>
    public double Jaccard => Both / Either;

    /// <summary>The mean of the confidences of both directions.</summary>
    public double Kulczynski => (Confidence + ((double)Both / Consequent)) / 2;

    /// <summary>The geometric mean of the confidences of both directions.</summary>
    public double Cosine => Both / Math.Sqrt((double)Antecedent * Consequent);

    /// <summary>Count by the 99 % quantile of what independent sides would give (Hahsler and Hornik 2007): a lift that rare items do not inflate. Infinite where that is 0.</summary>
    public double HyperLift => Both / (double)Hypergeometric.Quantile(HyperLevel);

    /// <summary>Fisher's exact test, one-sided: the probability of so many baskets with both sides or more, were they independent.</summary>
    public double FishersExactTest => Hypergeometric.AtLeast(Both);

    /// <summary>The odds of the right side with the left, by those without; infinite for a rule that never fails.</summary>
    public double OddsRatio => (double)Both * Neither / ((double)(Antecedent - Both) * (Consequent - Both));

    /// <summary>By how much knowing the left side lowers the Gini impurity of the right.</summary>
    public double Gini => (Coverage * Purity(Confidence)) + ((1 - Coverage) * Purity(Otherwise)) - Purity(Expected);

    /// <summary>The information that the left side gives on the right (Smyth and Goodman), natural logarithm; not a number for a rule that never fails.</summary>
    public double JMeasure => (Support * Math.Log(Lift)) + ((double)(Antecedent - Both) / Transactions * Math.Log((1 - Confidence) / (1 - Expected)));

    /// <summary>Confidence less P(right).</summary>
    public double AddedValue => Confidence - Expected;

    /// <summary>Difference of confidence: that with the left side less that without.</summary>
    public double DifferenceOfConfidence => Confidence - Otherwise;

    /// <summary>How unequal the sides are, from 0 to 1.</summary>
    public double Imbalance => Math.Abs(Antecedent - Consequent) / Either;

    private double Expected => (double)Consequent / Transactions;

    private double Either => (double)Antecedent + Consequent - Both;

    private double Neither => Transactions - Either;

    private double Otherwise => (double)(Consequent - Both) / (Transactions - Antecedent);

    private HypergeometricDistribution Hypergeometric => new(Transactions, Consequent, Antecedent);

    private static double Purity(double share) => (share * share) + ((1 - share) * (1 - share));
}
