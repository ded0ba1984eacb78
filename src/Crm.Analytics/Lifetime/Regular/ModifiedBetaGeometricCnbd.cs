using System.Globalization;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The MBG/CNBD-k model for regular buyers: every k-th event of a Poisson process, gamma(r, α) over customers, is a purchase,
/// so that intervals are less random the larger k is; after the first and every later purchase a customer leaves with a
/// probability that is beta(a, b). With k = 1 it is <see cref="ModifiedBetaGeometricNbd"/>.
/// </summary>
/// <remarks>
/// Sources: M. Platzer, T. Reutterer, "Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer Activity",
/// Marketing Science 35 (2016); T. Reutterer, M. Platzer, N. Schröder, "Leveraging purchase regularity for predicting
/// customer behavior the easy way", International Journal of Research in Marketing 38 (2021). Expectations are exact sums
/// here, not the papers' approximation. Durations are in the unit the parameters were fitted in.
/// </remarks>
public sealed partial record ModifiedBetaGeometricCnbd : IPurchaseModel
{
    /// <summary>The largest k that is fitted.</summary>
    public const int MaximumRegularity = 50;

    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="regularity">How many events make a purchase, k.</param>
    /// <param name="r">Shape of the gamma distribution of event rates.</param>
    /// <param name="alpha">Rate parameter of that distribution, in time units.</param>
    /// <param name="a">First parameter of the beta distribution of drop-out probabilities.</param>
    /// <param name="b">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not between 1 and <see cref="MaximumRegularity"/>, or a parameter is not positive and finite.</exception>
    public ModifiedBetaGeometricCnbd(int regularity, double r, double alpha, double a, double b)
    {
        Regularity = CheckRegularity(regularity);
        R = PurchaseModelArguments.CheckParameter(r, nameof(r));
        Alpha = PurchaseModelArguments.CheckParameter(alpha, nameof(alpha));
        A = PurchaseModelArguments.CheckParameter(a, nameof(a));
        B = PurchaseModelArguments.CheckParameter(b, nameof(b));
    }

    /// <summary>How many events make a purchase, k.</summary>
    public int Regularity { get; }

    /// <summary>Shape of the gamma distribution of event rates.</summary>
    public double R { get; }

    /// <summary>Rate parameter of the gamma distribution, in time units.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the beta distribution of drop-out probabilities.</summary>
    public double A { get; }

    /// <summary>Second parameter of the beta distribution of drop-out probabilities.</summary>
    public double B { get; }

    /// <summary>Fits the model for a given k.</summary>
    /// <param name="table">The customers' histories.</param>
    /// <param name="regularity">k.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Its log-likelihood compares with that of another k only after <see cref="IntervalTerms"/> is added.</returns>
    /// <exception cref="ArgumentException">The table has no customer with a purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k or an option is out of range.</exception>
    public static ModelFit<ModifiedBetaGeometricCnbd> Fit(RecencyFrequencyTable table, int regularity, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        CheckRegularity(regularity);
        options ??= new FitOptions();
        options.Check();
        var likelihood = new MaximumLikelihood<RecencyFrequency>(table.ToSample(nameof(table)), options, ["r", "alpha", "a", "b"]);
        var starts = Array.ConvertAll(SearchStarts.BetaGeometric(table), start => new[] { start[0], start[1] / regularity, start[2], start[3] });
        var maximum = likelihood.Search(
            (histories, weights) => new ModifiedBetaGeometricCnbdLikelihood(histories, weights, regularity, options.Penalty), starts);
        var p = likelihood.Values(maximum);
        var model = new ModifiedBetaGeometricCnbd(regularity, p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, string.Create(CultureInfo.InvariantCulture, $"MBG/CNBD-{regularity}"), maximum, model.LogLikelihood(table));
    }

    /// <summary>Fits k too: the k from 1 on with the highest log-likelihood, which is that of the purchase times.</summary>
    /// <param name="log">The purchases.</param>
    /// <param name="summaries">Their summary; its last day and its handling of returns hold.</param>
    /// <param name="unit">The unit for durations; default weeks.</param>
    /// <param name="maximum">The largest k to try; default 12.</param>
    /// <param name="options">How to fit each; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no customer with a purchase, or the summary is of other customers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The largest k, the unit or an option is out of range.</exception>
    public static ModelFit<ModifiedBetaGeometricCnbd> FitRegularity(
        PurchaseLog log, CustomerSummaries summaries, TimeUnit unit = TimeUnit.Week, int maximum = 12, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(summaries);
        CheckRegularity(maximum);
        var table = RecencyFrequencyTable.From(summaries, unit);
        var intervals = PurchaseGaps.SumOfLogarithms(log, summaries, unit);
        ModelFit<ModifiedBetaGeometricCnbd>? best = null;
        for (var k = 1; k <= maximum; k++)
        {
            var fit = Fit(table, k, options);
            fit = fit with { LogLikelihood = fit.LogLikelihood + IntervalTerms(k, intervals, table) };
            if (best is null || fit.LogLikelihood > best.LogLikelihood) best = fit;
            else if (k > best.Model.Regularity + 2) break;
        }

        return best!;
    }

    /// <summary>What single intervals add to the log-likelihood: (k − 1) Σ ln(interval) − Σx · ln (k − 1)!.</summary>
    /// <param name="regularity">k.</param>
    /// <param name="sumOfLogIntervals">The sum of the logarithms of all times between a customer's purchases, in the unit of the table.</param>
    /// <param name="table">The customers' histories.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static double IntervalTerms(int regularity, double sumOfLogIntervals, RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (logFactorial, purchases) = (0.0, 0.0);
        for (var i = 2; i < CheckRegularity(regularity); i++) logFactorial += Math.Log(i);
        for (var i = 0; i < table.Histories.Length; i++) purchases += table.Weights[i] * table.Histories[i].Frequency;
        return ((regularity - 1) * sumOfLogIntervals) - (purchases * logFactorial);
    }

    /// <summary>The log-likelihood of histories, summed over customers, without <see cref="IntervalTerms"/>.</summary>
    public double LogLikelihood(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Histories.IsEmpty) return 0;
        var likelihood = new ModifiedBetaGeometricCnbdLikelihood(table.Histories, table.Weights, Regularity, 0);
        return likelihood.Evaluate(
            [Math.Log(R), Math.Log(Alpha), Math.Log(A), Math.Log(B)], stackalloc double[4], stackalloc double[16]);
    }

    /// <summary>k and the parameters in the invariant culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"MBG/CNBD-{Regularity}(r = {R:G7}, alpha = {Alpha:G7}, a = {A:G7}, b = {B:G7})");

    private static int CheckRegularity(int regularity) => regularity is >= 1 and <= MaximumRegularity
        ? regularity
        : throw new ArgumentOutOfRangeException(nameof(regularity), regularity, $"k is between 1 and {MaximumRegularity}.");
}
