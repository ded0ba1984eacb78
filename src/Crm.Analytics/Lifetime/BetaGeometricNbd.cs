using System.Globalization;
using Crm.Analytics.Mathematics;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The BG/NBD model: while alive a customer buys at a Poisson rate that is gamma(r, α) over customers, and after each
/// repeat purchase drops out with a probability that is beta(a, b) over customers.
/// </summary>
/// <remarks>
/// <para>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers the Easy Way: An Alternative to the
/// Pareto/NBD Model", Marketing Science 24 (2005); P(alive) from the same authors' note "Computing P(alive) Using the
/// BG/NBD Model" (2008). Durations are in the unit the parameters were fitted in.</para>
/// <para>A customer can only drop out after a repeat purchase, so one without any is alive with probability 1, however
/// long ago the first purchase was. Do not take that for loyalty.</para>
/// </remarks>
public sealed partial record BetaGeometricNbd
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="r">Shape of the gamma distribution of purchase rates.</param>
    /// <param name="alpha">Rate parameter of that distribution, in time units.</param>
    /// <param name="a">First parameter of the beta distribution of drop-out probabilities.</param>
    /// <param name="b">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BetaGeometricNbd(double r, double alpha, double a, double b)
    {
        (R, Alpha, A, B) = (Check(r, nameof(r)), Check(alpha, nameof(alpha)), Check(a, nameof(a)), Check(b, nameof(b)));

        static double Check(double value, string name) => double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A parameter must be positive and finite.");
    }

    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; }

    /// <summary>Rate parameter of the gamma distribution, in time units.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the beta distribution of drop-out probabilities.</summary>
    public double A { get; }

    /// <summary>Second parameter of the beta distribution of drop-out probabilities.</summary>
    public double B { get; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="table">The customers' histories.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">The table has no customer with a purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ModelFit<BetaGeometricNbd> Fit(RecencyFrequencyTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        if (!(table.Customers > 0)) throw new ArgumentException("There is no customer with a purchase to learn from.", nameof(table));

        var likelihood = new MaximumLikelihood(table, options);
        var maximum = likelihood.Search(
            (histories, weights) => new BetaGeometricNbdLikelihood(histories, weights, options.Penalty), Starts(table));
        var p = Array.ConvertAll(maximum.Point, Math.Exp);
        var model = new BetaGeometricNbd(p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, "BG/NBD", ["r", "alpha", "a", "b"], maximum, model.LogLikelihood(table));
    }

    /// <summary>The log-likelihood of histories, summed over customers. It depends on the time unit by −Σx · ln(unit).</summary>
    public double LogLikelihood(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var likelihood = new BetaGeometricNbdLikelihood(table.Histories, table.Weights, 0);
        return likelihood.Evaluate(
            [Math.Log(R), Math.Log(Alpha), Math.Log(A), Math.Log(B)], stackalloc double[4], stackalloc double[16]);
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"BG/NBD(r = {R:G7}, alpha = {Alpha:G7}, a = {A:G7}, b = {B:G7})");

    /// <summary>Starts whose mean purchase rate is that of the data, so that the unit of time does not matter.</summary>
    private static double[][] Starts(RecencyFrequencyTable table)
    {
        var (purchases, time) = (0.0, 0.0);
        for (var i = 0; i < table.Histories.Length; i++)
        {
            purchases += table.Weights[i] * table.Histories[i].Frequency;
            time += table.Weights[i] * Math.Max(table.Histories[i].Recency, table.Histories[i].Age / 2);
        }

        var gap = time > 0 ? time / Math.Max(purchases, 1) : 1;
        return [[0.5, 0.5 * gap, 0.8, 2.5], [1, gap, 1, 1], [0.2, 0.2 * gap, 0.5, 5], [3, 3 * gap, 2, 10]];
    }
}
