using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The Gamma–Gamma model of spend per purchase: a customer's purchase values are gamma(p, ν), and ν is gamma(q, v) over
/// customers, independently of how often they buy.
/// </summary>
/// <remarks>
/// Source: P. S. Fader, B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013). Values are in the currency
/// of the data, in which v is too; p and q have no unit.
/// </remarks>
public sealed record GammaGamma
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="p">Shape of the gamma distribution of a customer's purchase values.</param>
    /// <param name="q">Shape of the gamma distribution of their scale over customers.</param>
    /// <param name="v">Rate parameter of that distribution, in the currency of the data.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public GammaGamma(double p, double q, double v)
    {
        P = PurchaseModelArguments.CheckParameter(p, nameof(p));
        Q = PurchaseModelArguments.CheckParameter(q, nameof(q));
        V = PurchaseModelArguments.CheckParameter(v, nameof(v));
    }

    /// <summary>Shape of the gamma distribution of a customer's purchase values.</summary>
    public double P { get; }

    /// <summary>Shape of the gamma distribution of their scale over customers.</summary>
    public double Q { get; }

    /// <summary>Rate parameter of that distribution, in the currency of the data.</summary>
    public double V { get; }

    /// <summary>The mean value of a purchase over all customers, pv / (q − 1); infinite where q is at most 1.</summary>
    public double MeanSpend => Q > 1 ? P * V / (Q - 1) : double.PositiveInfinity;

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="table">The customers' spend.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">No customer has a repeat purchase of any value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ModelFit<GammaGamma> Fit(SpendTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        var sample = table.ToSample(nameof(table));
        var likelihood = new MaximumLikelihood<SpendHistory>(sample, options, ["p", "q", "v"]);
        var maximum = likelihood.Search(
            (histories, weights) => new GammaGammaLikelihood(histories, weights, options.Penalty), Starts(table));
        var p = likelihood.Values(maximum);
        var model = new GammaGamma(p[0], p[1], p[2]);
        if (double.IsInfinity(model.MeanSpend))
            sample.Warnings.Add(new(FitWarningCode.MeanIsInfinite, string.Create(
                CultureInfo.InvariantCulture, $"q is {model.Q:G4}: the mean spend over customers is infinite, and so is that of a customer without a repeat.")));
        var logLikelihood = options.Penalty == 0 ? maximum.Value : model.LogLikelihood(table);
        return likelihood.ToFit(model, "Gamma-Gamma", maximum, logLikelihood);
    }

    /// <summary>The log-likelihood of the customers' mean spends, summed over customers.</summary>
    public double LogLikelihood(SpendTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var likelihood = new GammaGammaLikelihood(table.Histories, table.Weights, 0);
        return likelihood.Evaluate([Math.Log(P), Math.Log(Q), Math.Log(V)], stackalloc double[3], stackalloc double[9]);
    }

    /// <summary>
    /// E[M | x, z̄] = p (v + xz̄) / (px + q − 1): the mean value of a customer's purchases, between the own mean and that of all
    /// customers, and nearer to the own the more purchases there were.
    /// </summary>
    /// <param name="history">The customer. Without a repeat purchase, <see cref="MeanSpend"/>.</param>
    /// <returns>The expected value of a purchase; infinite where px + q is at most 1.</returns>
    /// <exception cref="ArgumentException">The frequency is negative, or the mean is not finite or, with repeats, negative.</exception>
    public double ExpectedSpend(SpendHistory history)
    {
        history.Check(nameof(history));
        if (history.Frequency == 0) return MeanSpend;
        if (history.Spend < 0) throw new ArgumentException("The model knows no negative mean spend.", nameof(history));
        var weight = (P * history.Frequency) + Q - 1;
        return weight > 0 ? P * (V + (history.Frequency * history.Spend)) / weight : double.PositiveInfinity;
    }

    /// <summary>
    /// <see cref="ExpectedSpend(SpendHistory)"/> for every customer of a summary. Whoever has a mean of zero or below after
    /// returns is treated as one without a repeat, as in the fit; NaN for customers without a purchase.
    /// </summary>
    public double[] ExpectedSpend(CustomerSummaries summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var expected = new double[summaries.Count];
        for (var i = 0; i < expected.Length; i++)
        {
            var history = new SpendHistory(summaries.Frequencies[i], summaries.Monetary[i]);
            expected[i] = summaries.PurchaseDays[i] == 0 ? double.NaN : history.IsInformative ? ExpectedSpend(history) : MeanSpend;
        }

        return expected;
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Gamma-Gamma(p = {P:G7}, q = {Q:G7}, v = {V:G7})");

    /// <summary>Starts whose mean spend is that of the data.</summary>
    private static double[][] Starts(SpendTable table)
    {
        var mean = 0.0;
        for (var i = 0; i < table.Histories.Length; i++) mean += table.Weights[i] * table.Histories[i].Spend;
        mean /= table.Customers;
        return [[6, 4, mean / 2], [1, 2, mean], [2, 6, 2.5 * mean], [0.5, 1.5, mean]];
    }
}
