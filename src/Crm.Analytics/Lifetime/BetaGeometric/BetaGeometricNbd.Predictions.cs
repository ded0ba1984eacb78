namespace Crm.Analytics.Lifetime;

public sealed partial record BetaGeometricNbd
{
    /// <inheritdoc/>
    /// <remarks>1 without a repeat purchase, however long ago the first one was.</remarks>
    public double ProbabilityAlive(RecencyFrequency history)
    {
        history.Check(nameof(history));
        if (history.Frequency == 0) return 1;
        var silence = Math.Log((Alpha + history.Age) / (Alpha + history.Recency));
        return 1 / (1 + (A / (B + history.Frequency - 1) * Math.Exp((R + history.Frequency) * silence)));
    }

    /// <inheritdoc/>
    /// <remarks>Equation 9.</remarks>
    public double ExpectedPurchases(double time) => Newcomer.ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
    /// <remarks>Equation 10.</remarks>
    public double ExpectedPurchases(RecencyFrequency history, double time) =>
        ProbabilityAlive(history) * Survivor(history).ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
    /// <remarks>Equation 8.</remarks>
    public double ProbabilityOfPurchases(int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Newcomer.ProbabilityOfPurchases(count, PurchaseModelArguments.CheckTime(time));
    }

    /// <inheritdoc/>
    public double ProbabilityOfPurchases(RecencyFrequency history, int count, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var alive = ProbabilityAlive(history);
        var bought = alive * Survivor(history).ProbabilityOfPurchases(count, PurchaseModelArguments.CheckTime(time));
        return count == 0 ? 1 - alive + bought : bought;
    }

    /// <inheritdoc/>
    public double DiscountedPurchases(RecencyFrequency history, double rate, double horizon)
    {
        PurchaseModelArguments.CheckDiscount(rate, horizon);
        return ProbabilityAlive(history) * Survivor(history).DiscountedPurchases(rate, horizon);
    }

    /// <inheritdoc/>
    public IPurchaseModel WithParameters(IReadOnlyList<double> parameters)
    {
        var p = PurchaseModelArguments.CheckCount(parameters, 4);
        return new BetaGeometricNbd(p[0], p[1], p[2], p[3]);
    }

    private BetaGeometricBuyer Newcomer => new(R, Alpha, A, B);

    /// <summary>The customer if alive: a new one whose rate and drop-out distributions have learnt from the history.</summary>
    private BetaGeometricBuyer Survivor(RecencyFrequency history) =>
        new(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency);
}
