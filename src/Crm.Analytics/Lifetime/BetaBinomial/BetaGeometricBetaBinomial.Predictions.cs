using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

public sealed partial record BetaGeometricBetaBinomial
{
    /// <summary>The probability that the customer will be alive at the opportunity after the last one observed, n + 1.</summary>
    /// <exception cref="ArgumentException">The history is impossible or not in whole opportunities.</exception>
    public double ProbabilityAlive(RecencyFrequency history) => AliveNow(history) * (Delta + history.Age) / (Gamma + Delta + history.Age);

    /// <summary><see cref="ProbabilityAlive(RecencyFrequency)"/> for every source row of a table; NaN for customers left out.</summary>
    public double[] ProbabilityAlive(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Map(ProbabilityAlive);
    }

    /// <summary>E[X(n)]: the purchases expected of a new customer at the n opportunities after the first purchase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double ExpectedPurchases(int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return Alpha / (Alpha + Beta) * Lifetimes(Delta, opportunities);
    }

    /// <summary>The purchases expected of a known customer at the next n opportunities.</summary>
    /// <exception cref="ArgumentException">The history is impossible or not in whole opportunities.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double ExpectedPurchases(RecencyFrequency history, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return AliveNow(history) * MeanProbability(history) * Lifetimes(Delta + history.Age, opportunities);
    }

    /// <summary><see cref="ExpectedPurchases(RecencyFrequency, int)"/> for every source row of a table; NaN for customers left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double[] ExpectedPurchases(RecencyFrequencyTable table, int opportunities)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return table.Map(history => ExpectedPurchases(history, opportunities));
    }

    /// <summary>P(X(n) = count): the probability that a new customer buys at exactly so many of n opportunities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public double ProbabilityOfPurchases(int count, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        return Probability(Alpha, Beta, Delta, count, opportunities);
    }

    /// <summary>The probability that a known customer buys at exactly so many of the next n opportunities.</summary>
    /// <exception cref="ArgumentException">The history is impossible or not in whole opportunities.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public double ProbabilityOfPurchases(RecencyFrequency history, int count, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        var alive = AliveNow(history);
        var bought = alive * Probability(
            Alpha + history.Frequency, Beta + history.Age - history.Frequency, Delta + history.Age, count, opportunities);
        return count == 0 ? 1 - alive + bought : bought;
    }

    /// <summary>
    /// Discounted expected residual transactions (DERT): all future purchases of a known customer, the first opportunity
    /// ahead discounted by one period.
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="rate">Discount rate d &gt; 0 from one opportunity to the next.</param>
    /// <exception cref="ArgumentException">The history is impossible or not in whole opportunities.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive and finite.</exception>
    public double DiscountedPurchases(RecencyFrequency history, double rate)
    {
        PurchaseModelArguments.CheckDiscount(rate, double.PositiveInfinity);
        // Given the drop-out probability θ, a geometric series in (1 − θ) / (1 + d).
        return AliveNow(history) * MeanProbability(history) * BetaIntegral.Mean(Gamma, Delta + history.Age, p => (1 - p) / (rate + p));
    }

    /// <summary>The probability of being alive at opportunity n, given the history up to it.</summary>
    private double AliveNow(RecencyFrequency history)
    {
        Check(history);
        var (x, n) = (history.Frequency, (int)history.Age);
        // Dead after opportunity i rather than alive at n: a ratio of products, from n backwards.
        var (dead, buying, leaving) = (0.0, 1.0, 1.0);
        for (var i = n - 1; i >= (int)history.Recency; i--)
        {
            buying *= (Alpha + Beta + i) / (Beta + i - x);
            leaving *= (Gamma + Delta + i) / (Delta + i);
            dead += buying * leaving * Gamma / (Gamma + Delta + i);
        }

        return 1 / (1 + dead);
    }

    private double MeanProbability(RecencyFrequency history) => (Alpha + history.Frequency) / (Alpha + Beta + history.Age);

    /// <summary>The expected number of the next n opportunities at which someone who is alive now with this δ is still alive.</summary>
    private double Lifetimes(double delta, int opportunities)
    {
        var (sum, alive) = (0.0, 1.0);
        for (var i = 0; i < opportunities; i++)
        {
            alive *= (delta + i) / (Gamma + delta + i);
            sum += alive;
        }

        return sum;
    }

    private double Probability(double alpha, double beta, double delta, int count, int opportunities)
    {
        if (count > opportunities) return 0;
        var sum = 0.0;
        for (var lived = count; lived <= opportunities; lived++)
        {
            var stayed = lived == opportunities;
            sum += Math.Exp(
                GammaFunction.Log(lived + 1) - GammaFunction.Log(count + 1) - GammaFunction.Log(lived - count + 1)
                + GammaFunction.LogBeta(alpha + count, beta + lived - count) - GammaFunction.LogBeta(alpha, beta)
                + GammaFunction.LogBeta(Gamma + (stayed ? 0 : 1), delta + lived) - GammaFunction.LogBeta(Gamma, delta));
        }

        return sum;
    }
}
