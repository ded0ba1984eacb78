namespace Crm.Analytics.Lifetime;

public sealed partial record ParetoNbd
{
    /// <inheritdoc/>
    public double ProbabilityAlive(RecencyFrequency history)
    {
        history.Check(nameof(history));
        return new ParetoNbdHistory(R, Alpha, S, Beta, history).ProbabilityAlive;
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) => Newcomer.ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
    public double ExpectedPurchases(RecencyFrequency history, double time) =>
        ProbabilityAlive(history) * Survivor(history).ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
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
        return new ParetoNbd(p[0], p[1], p[2], p[3]);
    }

    private ParetoNbdBuyer Newcomer => new(R, Alpha, S, Beta);

    /// <summary>The customer if alive: a new one whose rates have learnt from the history.</summary>
    private ParetoNbdBuyer Survivor(RecencyFrequency history) =>
        new(R + history.Frequency, Alpha + history.Age, S, Beta + history.Age);
}
