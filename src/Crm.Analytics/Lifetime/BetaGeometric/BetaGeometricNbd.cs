using System.Globalization;

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
public sealed partial record BetaGeometricNbd : IPurchaseModel<BetaGeometricNbd>
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="r">Shape of the gamma distribution of purchase rates.</param>
    /// <param name="alpha">Rate parameter of that distribution, in time units.</param>
    /// <param name="a">First parameter of the beta distribution of drop-out probabilities.</param>
    /// <param name="b">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BetaGeometricNbd(double r, double alpha, double a, double b)
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
    public static ModelFit<BetaGeometricNbd> Fit(RecencyFrequencyTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        var likelihood = new MaximumLikelihood<RecencyFrequency>(table.ToSample(nameof(table)), options, ["r", "alpha", "a", "b"]);
        var maximum = likelihood.Search(
            (histories, weights) => new BetaGeometricNbdLikelihood(histories, weights, options.Penalty), SearchStarts.BetaGeometric(table));
        var p = likelihood.Values(maximum);
        var model = new BetaGeometricNbd(p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, "BG/NBD", maximum, model.LogLikelihood(table)) with { Notes = Notes(table) };
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

    /// <summary>The trap of the model, with the number of customers who are in it.</summary>
    private static string[] Notes(RecencyFrequencyTable table) => table.WithoutRepeat == 0 ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{table.WithoutRepeat} of {table.Customers} customers have no repeat purchase. BG/NBD lets customers leave after a repeat purchase only, so their P(alive) is 1 by construction, not by evidence; MBG/NBD and Pareto/NBD let them leave at once."),
    ];
}
