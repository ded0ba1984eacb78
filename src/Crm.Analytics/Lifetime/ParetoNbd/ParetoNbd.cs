using System.Globalization;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The Pareto/NBD model: while alive a customer buys at a Poisson rate that is gamma(r, α) over customers, and leaves at
/// any time, at a rate that is gamma(s, β) over customers.
/// </summary>
/// <remarks>
/// Sources: D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting Your Customers: Who Are They and What Will They Do
/// Next?", Management Science 33 (1987); P. S. Fader, B. G. S. Hardie, "A Note on Deriving the Pareto/NBD Model and Related
/// Expressions" (2005). Durations are in the unit the parameters were fitted in.
/// </remarks>
public sealed partial record ParetoNbd : IPurchaseModel<ParetoNbd>
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="r">Shape of the gamma distribution of purchase rates.</param>
    /// <param name="alpha">Rate parameter of that distribution, in time units.</param>
    /// <param name="s">Shape of the gamma distribution of drop-out rates.</param>
    /// <param name="beta">Rate parameter of that distribution, in time units.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ParetoNbd(double r, double alpha, double s, double beta)
    {
        R = PurchaseModelArguments.CheckParameter(r, nameof(r));
        Alpha = PurchaseModelArguments.CheckParameter(alpha, nameof(alpha));
        S = PurchaseModelArguments.CheckParameter(s, nameof(s));
        Beta = PurchaseModelArguments.CheckParameter(beta, nameof(beta));
    }

    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; }

    /// <summary>Rate parameter of the distribution of purchase rates, in time units.</summary>
    public double Alpha { get; }

    /// <summary>Shape of the gamma distribution of drop-out rates.</summary>
    public double S { get; }

    /// <summary>Rate parameter of the distribution of drop-out rates, in time units.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public static ModelFit<ParetoNbd> Fit(RecencyFrequencyTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        var likelihood = new MaximumLikelihood<RecencyFrequency>(table.ToSample(nameof(table)), options, ["r", "alpha", "s", "beta"]);
        var maximum = likelihood.Search(
            (histories, weights) => new ParetoNbdLikelihood(histories, weights, options.Penalty), Starts(table));
        var p = likelihood.Values(maximum);
        var model = new ParetoNbd(p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, "Pareto/NBD", maximum, model.LogLikelihood(table));
    }

    /// <summary>The log-likelihood of histories, summed over customers. It depends on the time unit by −Σx · ln(unit).</summary>
    public double LogLikelihood(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var likelihood = new ParetoNbdLikelihood(table.Histories, table.Weights, 0);
        return likelihood.Evaluate(
            [Math.Log(R), Math.Log(Alpha), Math.Log(S), Math.Log(Beta)], stackalloc double[4], stackalloc double[16]);
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Pareto/NBD(r = {R:G7}, alpha = {Alpha:G7}, s = {S:G7}, beta = {Beta:G7})");

    private static double[][] Starts(RecencyFrequencyTable table)
    {
        var (gap, age) = SearchStarts.Scales(table);
        return [[0.5, 0.5 * gap, 0.5, 0.5 * age], [1, gap, 1, age], [0.3, 0.3 * gap, 0.3, 0.1 * age], [3, 3 * gap, 2, 4 * age]];
    }
}
