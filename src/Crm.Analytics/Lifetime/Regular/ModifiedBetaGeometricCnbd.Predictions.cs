using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

public sealed partial record ModifiedBetaGeometricCnbd
{
    /// <inheritdoc/>
    public double ProbabilityAlive(RecencyFrequency history)
    {
        history.Check(nameof(history));
        var alive = Stages(history).Sum();
        return alive / (alive + (A / (B + history.Frequency)));
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) => Stayed * Newcomer.ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
    public double ExpectedPurchases(RecencyFrequency history, double time)
    {
        PurchaseModelArguments.CheckTime(time);
        return Mean(history, buyer => buyer.ExpectedPurchases(time));
    }

    /// <inheritdoc/>
    public double ProbabilityOfPurchases(int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var bought = Stayed * Newcomer.ProbabilityOfPurchases(count, PurchaseModelArguments.CheckTime(time));
        return count == 0 ? 1 - Stayed + bought : bought;
    }

    /// <inheritdoc/>
    public double ProbabilityOfPurchases(RecencyFrequency history, int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurchaseModelArguments.CheckTime(time);
        var bought = Mean(history, buyer => buyer.ProbabilityOfPurchases(count, time));
        return count == 0 ? 1 - ProbabilityAlive(history) + bought : bought;
    }

    /// <inheritdoc/>
    public double DiscountedPurchases(RecencyFrequency history, double rate, double horizon)
    {
        PurchaseModelArguments.CheckDiscount(rate, horizon);
        return Mean(history, buyer => buyer.DiscountedPurchases(rate, horizon));
    }

    /// <inheritdoc/>
    public IPurchaseModel WithParameters(IReadOnlyList<double> parameters)
    {
        var p = PurchaseModelArguments.CheckCount(parameters, 4);
        return new ModifiedBetaGeometricCnbd(Regularity, p[0], p[1], p[2], p[3]);
    }

    private double Stayed => B / (A + B);

    private RegularBuyer Newcomer => new(Regularity, 0, R, Alpha, A, B + 1);

    /// <summary>The mean over being alive in each stage, having learnt from the history; nothing comes of those who left.</summary>
    private double Mean(RecencyFrequency history, Func<RegularBuyer, double> figure)
    {
        history.Check(nameof(history));
        var stages = Stages(history);
        var (whole, sum) = (stages.Sum() + (A / (B + history.Frequency)), 0.0);
        for (var j = 0; j < stages.Length; j++)
        {
            if (stages[j] == 0) continue;
            sum += stages[j] / whole * figure(new RegularBuyer(
                Regularity, j, R + (Regularity * history.Frequency) + j, Alpha + history.Age, A, B + history.Frequency + 1));
        }

        return sum;
    }

    /// <summary>The weights of being alive with j events since the last purchase, on the scale on which having left weighs a / (b + x).</summary>
    private double[] Stages(RecencyFrequency history)
    {
        var (m, late) = (R + (Regularity * history.Frequency), Alpha + history.Age);
        var weights = new double[Regularity];
        weights[0] = Math.Exp(-m * Elementary.LogOnePlus((history.Age - history.Recency) / (Alpha + history.Recency)));
        for (var j = 1; j < weights.Length; j++)
            weights[j] = weights[j - 1] * (m + j - 1) / j * ((history.Age - history.Recency) / late);
        return weights;
    }
}
