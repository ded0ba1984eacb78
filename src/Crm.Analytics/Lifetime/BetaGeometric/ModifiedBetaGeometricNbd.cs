using System.Globalization;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The MBG/NBD model: BG/NBD in which a customer may also leave right after the first purchase, so that one who never
/// came back is not alive for ever.
/// </summary>
/// <remarks>Source: E. P. Batislam, M. Denizel, A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base
/// Analysis", International Journal of Research in Marketing 24 (2007), where it is called central/modified BG/NBD; found
/// independently by H. Hoppe and U. Wagner (2007). Durations are in the unit the parameters were fitted in.</remarks>
public sealed record ModifiedBetaGeometricNbd : IPurchaseModel<ModifiedBetaGeometricNbd>
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="r">Shape of the gamma distribution of purchase rates.</param>
    /// <param name="alpha">Rate parameter of that distribution, in time units.</param>
    /// <param name="a">First parameter of the beta distribution of drop-out probabilities.</param>
    /// <param name="b">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ModifiedBetaGeometricNbd(double r, double alpha, double a, double b)
    {
        R = PurchaseModelArguments.CheckParameter(r, nameof(r));
        Alpha = PurchaseModelArguments.CheckParameter(alpha, nameof(alpha));
        A = PurchaseModelArguments.CheckParameter(a, nameof(a));
        B = PurchaseModelArguments.CheckParameter(b, nameof(b));
    }

    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; }

    /// <summary>Rate parameter of the gamma distribution, in time units.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the beta distribution of drop-out probabilities.</summary>
    public double A { get; }

    /// <summary>Second parameter of the beta distribution of drop-out probabilities.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public static ModelFit<ModifiedBetaGeometricNbd> Fit(RecencyFrequencyTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        var likelihood = new MaximumLikelihood<RecencyFrequency>(table.ToSample(nameof(table)), options, ["r", "alpha", "a", "b"]);
        var maximum = likelihood.Search(
            (histories, weights) => new BetaGeometricNbdLikelihood(histories, weights, options.Penalty, modified: true),
            SearchStarts.BetaGeometric(table));
        var p = likelihood.Values(maximum);
        var model = new ModifiedBetaGeometricNbd(p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, "MBG/NBD", maximum, model.LogLikelihood(table));
    }

    /// <summary>The log-likelihood of histories, summed over customers. It depends on the time unit by −Σx · ln(unit).</summary>
    public double LogLikelihood(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var likelihood = new BetaGeometricNbdLikelihood(table.Histories, table.Weights, 0, modified: true);
        return likelihood.Evaluate(
            [Math.Log(R), Math.Log(Alpha), Math.Log(A), Math.Log(B)], stackalloc double[4], stackalloc double[16]);
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(RecencyFrequency history)
    {
        history.Check(nameof(history));
        var silence = Math.Log((Alpha + history.Age) / (Alpha + history.Recency));
        return 1 / (1 + (A / (B + history.Frequency) * Math.Exp((R + history.Frequency) * silence)));
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) => Stayed * Newcomer.ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

    /// <inheritdoc/>
    public double ExpectedPurchases(RecencyFrequency history, double time) =>
        ProbabilityAlive(history) * Survivor(history).ExpectedPurchases(PurchaseModelArguments.CheckTime(time));

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
        return new ModifiedBetaGeometricNbd(p[0], p[1], p[2], p[3]);
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"MBG/NBD(r = {R:G7}, alpha = {Alpha:G7}, a = {A:G7}, b = {B:G7})");

    /// <summary>The chance to stay after the first purchase.</summary>
    private double Stayed => B / (A + B);

    /// <summary>Who stayed after the first purchase.</summary>
    private BetaGeometricBuyer Newcomer => new(R, Alpha, A, B + 1);

    /// <summary>The customer if alive: x + 1 chances to leave were not taken.</summary>
    private BetaGeometricBuyer Survivor(RecencyFrequency history) =>
        new(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency + 1);
}
