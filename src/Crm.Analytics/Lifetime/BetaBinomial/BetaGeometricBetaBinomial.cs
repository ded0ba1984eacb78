using System.Globalization;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The BG/BB model of purchases at discrete opportunities (yearly donations, events, visits): while alive a customer buys
/// at each opportunity with a probability that is beta(α, β) over customers, and leaves before it with one that is beta(γ, δ).
/// </summary>
/// <remarks>
/// <para>Source: P. S. Fader, B. G. S. Hardie, J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting",
/// Marketing Science 29 (2010).</para>
/// <para>Histories are whole numbers: x purchases at n opportunities after the first purchase
/// (<see cref="RecencyFrequency.Age"/>), the last at opportunity t_x. They are taken as they are, never rounded.</para>
/// </remarks>
public sealed partial record BetaGeometricBetaBinomial
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="alpha">First parameter of the beta distribution of purchase probabilities.</param>
    /// <param name="beta">Second parameter of that distribution.</param>
    /// <param name="gamma">First parameter of the beta distribution of drop-out probabilities.</param>
    /// <param name="delta">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BetaGeometricBetaBinomial(double alpha, double beta, double gamma, double delta)
    {
        Alpha = PurchaseModelArguments.CheckParameter(alpha, nameof(alpha));
        Beta = PurchaseModelArguments.CheckParameter(beta, nameof(beta));
        Gamma = PurchaseModelArguments.CheckParameter(gamma, nameof(gamma));
        Delta = PurchaseModelArguments.CheckParameter(delta, nameof(delta));
    }

    /// <summary>First parameter of the beta distribution of purchase probabilities.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of the beta distribution of purchase probabilities.</summary>
    public double Beta { get; }

    /// <summary>First parameter of the beta distribution of drop-out probabilities.</summary>
    public double Gamma { get; }

    /// <summary>Second parameter of the beta distribution of drop-out probabilities.</summary>
    public double Delta { get; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="table">The customers' histories, in whole opportunities; the unit of the table has no meaning here.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">The table has no customer, or a history is not in whole opportunities; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ModelFit<BetaGeometricBetaBinomial> Fit(RecencyFrequencyTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        Check(table);
        var likelihood = new MaximumLikelihood<RecencyFrequency>(table.ToSample(nameof(table)), options, ["alpha", "beta", "gamma", "delta"]);
        var maximum = likelihood.Search(
            (histories, weights) => new BetaGeometricBetaBinomialLikelihood(histories, weights, options.Penalty),
            [[1, 1, 0.7, 3], [0.5, 2, 1, 5], [2, 0.7, 0.5, 2], [3, 10, 2, 20]]);
        var p = likelihood.Values(maximum);
        var model = new BetaGeometricBetaBinomial(p[0], p[1], p[2], p[3]);
        return likelihood.ToFit(model, "BG/BB", maximum, model.LogLikelihood(table));
    }

    /// <summary>The log-likelihood of histories, summed over customers; zero for an empty table.</summary>
    /// <exception cref="ArgumentException">A history is not in whole opportunities.</exception>
    public double LogLikelihood(RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Check(table);
        if (table.Histories.IsEmpty) return 0;
        var likelihood = new BetaGeometricBetaBinomialLikelihood(table.Histories, table.Weights, 0);
        return likelihood.Evaluate(
            [Math.Log(Alpha), Math.Log(Beta), Math.Log(Gamma), Math.Log(Delta)], stackalloc double[4], stackalloc double[16]);
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"BG/BB(alpha = {Alpha:G7}, beta = {Beta:G7}, gamma = {Gamma:G7}, delta = {Delta:G7})");

    private static void Check(RecencyFrequencyTable table)
    {
        for (var i = 0; i < table.Histories.Length; i++)
        {
            if (!IsWhole(table.Histories[i]))
                throw new ArgumentException($"History {i}, {table.Histories[i]}: {NotWhole}", nameof(table));
        }
    }

    private static RecencyFrequency Check(RecencyFrequency history) => IsWhole(history)
        ? history
        : throw new ArgumentException($"{history}: {NotWhole}", nameof(history));

    private const string NotWhole =
        "a history has whole numbers with frequency ≤ recency ≤ age ≤ 10,000, and a recency of zero without a purchase.";

    private static bool IsWhole(RecencyFrequency history) =>
        history.Recency == Math.Floor(history.Recency) && history.Age == Math.Floor(history.Age)
        && history.Frequency >= 0 && history.Frequency <= history.Recency && history.Recency <= history.Age && history.Age <= 10_000
        && (history.Frequency > 0 || history.Recency == 0);
}
