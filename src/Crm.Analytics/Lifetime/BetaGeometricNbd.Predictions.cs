using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

public sealed partial record BetaGeometricNbd
{
    /// <summary>P(alive | x, t_x, T): the probability that the customer has not dropped out by the end of observation; 1 without a repeat purchase.</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    public double ProbabilityAlive(RecencyFrequency history)
    {
        history.Check(nameof(history));
        if (history.Frequency == 0) return 1;
        var silence = Math.Log((Alpha + history.Age) / (Alpha + history.Recency));
        return 1 / (1 + (A / (B + history.Frequency - 1) * Math.Exp((R + history.Frequency) * silence)));
    }

    /// <summary><see cref="ProbabilityAlive(RecencyFrequency)"/> for every source row of a table; NaN for customers left out.</summary>
    public double[] ProbabilityAlive(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Map(ProbabilityAlive);
    }

    /// <summary>E[X(t)]: the expected repeat purchases of a new customer in t time units after the first purchase (equation 9).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double ExpectedPurchases(double time) => ExpectedFrom(R, Alpha, B, CheckTime(time));

    /// <summary>E[Y(t) | x, t_x, T]: the purchases expected of a known customer in the next t time units (equation 10).</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double ExpectedPurchases(RecencyFrequency history, double time)
    {
        // If alive, the customer is a new one whose rate and drop-out distributions have learnt from the history.
        var alive = ProbabilityAlive(history);
        return alive * ExpectedFrom(R + history.Frequency, Alpha + history.Age, B + history.Frequency, CheckTime(time));
    }

    /// <summary><see cref="ExpectedPurchases(RecencyFrequency, double)"/> for every source row of a table; NaN for customers left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double[] ExpectedPurchases(RecencyFrequencyTable table, double time)
    {
        ArgumentNullException.ThrowIfNull(table);
        CheckTime(time);
        return table.Map(history => ExpectedPurchases(history, time));
    }

    /// <summary>P(X(t) = n): the probability that a new customer makes n repeat purchases in t time units (equation 8).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the time negative or not finite.</exception>
    public double ProbabilityOfPurchases(int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (CheckTime(time) == 0) return count == 0 ? 1 : 0;
        var logBeta = GammaFunction.LogBeta(A, B);
        var exactly = Math.Exp(LogPoissonGamma(count, time));
        var survived = exactly * Math.Exp(GammaFunction.LogBeta(A, B + count) - logBeta);
        if (count == 0) return survived;
        var droppedOut = Math.Exp(GammaFunction.LogBeta(A + 1, B + count - 1) - logBeta) * AtLeast(count, time, exactly);
        return survived + droppedOut;
    }

    /// <summary>ln P(n purchases in t) of a customer who never drops out: a negative binomial probability.</summary>
    private double LogPoissonGamma(int count, double time) =>
        GammaFunction.Log(R + count) - GammaFunction.Log(R) - GammaFunction.Log(count + 1)
        - (R * Elementary.LogOnePlus(time / Alpha)) - (count * Elementary.LogOnePlus(Alpha / time));

    /// <summary>P(at least n purchases in t) of a customer who never drops out. The smaller tail is summed, so neither loses digits.</summary>
    private double AtLeast(int count, double time, double exactly)
    {
        var share = time / (Alpha + time);
        if (count < R * time / Alpha)
        {
            var below = 0.0;
            for (var n = 0; n < count; n++) below += Math.Exp(LogPoissonGamma(n, time));
            return 1 - below;
        }

        var (sum, term) = (exactly, exactly);
        for (var n = count; term > 1e-18 * sum; n++)
        {
            term *= share * (R + n) / (n + 1);
            sum += term;
        }

        return sum;
    }

    /// <summary>
    /// E[X(t)] for given r, α and b. The closed form is 0/0 at a = 1, loses digits near it, and has a pole at a + b = 1
    /// that only the limit removes; there, and for t far beyond α, the mean over the drop-out probability is integrated.
    /// </summary>
    private double ExpectedFrom(double r, double alpha, double b, double time)
    {
        if (time == 0) return 0;
        var ratio = time / alpha;
        if (ratio <= 0.5 && (r + 1) * ratio <= 1) return ShortTerm(r, b, ratio);

        var c = A + b - 1;
        var share = time / (alpha + time);
        if (c > 0.05 && share < 0.95 && c - r > -5)
        {
            // Equation 9 after Euler's transformation, in which neither factor can overflow.
            var none = Math.Exp(-(A - 1) * Elementary.LogOnePlus(ratio)) * Hypergeometric.Series(c - r, A - 1, c, share);
            if (Math.Abs(1 - none) > 1e-3) return c / (A - 1) * (1 - none);
        }

        // Towards p = 0 the purchases tend to those of a customer who never drops out.
        return BetaIntegral.Mean(A, b, p => p < 1e-290 ? r * ratio : -Elementary.ExpMinusOne(-r * Elementary.LogOnePlus(p * ratio)) / p);
    }

    /// <summary>E[X(t)] as a power series in t/α, whose terms shrink from the first.</summary>
    private double ShortTerm(double r, double b, double ratio)
    {
        var term = r * ratio;
        var sum = term;
        for (var k = 1; Math.Abs(term) > 1e-17 * sum; k++)
        {
            term *= -(r + k) * (A + k - 1) / ((A + b + k - 1) * (k + 1)) * ratio;
            sum += term;
        }

        return sum;
    }

    private static double CheckTime(double time) => double.IsFinite(time) && time >= 0
        ? time
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A time must be finite and not negative.");
}
