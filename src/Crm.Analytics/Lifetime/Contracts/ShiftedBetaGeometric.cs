using System.Globalization;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The shifted beta geometric (sBG) model of contracts and subscriptions: at the end of each period a customer cancels
/// with a probability that is his own for ever, and beta(α, β) over customers. Retention rises with tenure because
/// those who cancel easily go first.
/// </summary>
/// <remarks>
/// Sources: P. S. Fader, B. G. S. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21 (2007);
/// residual lifetimes from the same authors' "Customer-Base Valuation in a Contractual Setting", Marketing Science 29 (2010).
/// Periods are counted; what a period is, the data say.
/// </remarks>
public sealed record ShiftedBetaGeometric
{
    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="alpha">First parameter of the beta distribution of cancellation probabilities.</param>
    /// <param name="beta">Second parameter of that distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ShiftedBetaGeometric(double alpha, double beta)
    {
        Alpha = PurchaseModelArguments.CheckParameter(alpha, nameof(alpha));
        Beta = PurchaseModelArguments.CheckParameter(beta, nameof(beta));
    }

    /// <summary>First parameter of the beta distribution of cancellation probabilities.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of that distribution.</summary>
    public double Beta { get; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="table">The contracts.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">No contract was renewed or cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ModelFit<ShiftedBetaGeometric> Fit(ContractTable table, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new FitOptions();
        options.Check();
        var likelihood = new MaximumLikelihood<ContractHistory>(table.ToSample(nameof(table)), options, ["alpha", "beta"]);
        var maximum = likelihood.Search(
            (histories, weights) => new ShiftedBetaGeometricLikelihood(histories, weights, options.Penalty),
            [[1, 4], [0.7, 1.2], [2, 20], [0.3, 0.3]]);
        var p = likelihood.Values(maximum);
        var model = new ShiftedBetaGeometric(p[0], p[1]);
        return likelihood.ToFit(model, "sBG", maximum, model.LogLikelihood(table));
    }

    /// <summary>The log-likelihood of contracts, summed over customers; zero for an empty table.</summary>
    public double LogLikelihood(ContractTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Histories.IsEmpty) return 0;
        var likelihood = new ShiftedBetaGeometricLikelihood(table.Histories, table.Weights, 0);
        return likelihood.Evaluate([Math.Log(Alpha), Math.Log(Beta)], stackalloc double[2], stackalloc double[4]);
    }

    /// <summary>S(n): the share of customers who renew at least n times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double Survival(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return Math.Exp(GammaFunction.LogBeta(Alpha, Beta + renewals) - GammaFunction.LogBeta(Alpha, Beta));
    }

    /// <summary>The share of customers who cancel after exactly n renewals, P(T = n + 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double ProbabilityOfCancelling(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return Math.Exp(GammaFunction.LogBeta(Alpha + 1, Beta + renewals) - GammaFunction.LogBeta(Alpha, Beta));
    }

    /// <summary>The probability that a customer with n renewals renews once more: (β + n) / (α + β + n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double RetentionRate(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return (Beta + renewals) / (Alpha + Beta + renewals);
    }

    /// <summary>
    /// Discounted expected residual lifetime: the renewals still expected of a customer who has a running contract with n
    /// renewals, the next one taken in full and each later one discounted by one period more.
    /// </summary>
    /// <param name="renewals">Renewals so far, n.</param>
    /// <param name="rate">Discount rate d per period; 0.1 makes a renewal a period later worth 1/1.1.</param>
    /// <param name="periods">How many renewals ahead to look; null for all.</param>
    /// <returns>The expected number. Infinite for all future without a discount where α is at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the rate not finite.</exception>
    public double DiscountedRenewals(int renewals, double rate, int? periods = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfNegative(periods ?? 0, nameof(periods));
        PurchaseModelArguments.CheckDiscount(rate, 0);
        if (rate == 0 && periods is null) return Alpha > 1 ? (Beta + renewals) / (Alpha - 1) : double.PositiveInfinity;
        // Given the probability p, a geometric series; who is still there has a p that is beta(α, β + n).
        return BetaIntegral.Mean(Alpha, Beta + renewals, p =>
        {
            var loss = (rate + p) / (1 + rate);
            if (periods is not { } last) return (1 - p) / loss;
            var logKept = Elementary.LogOnePlus(-Math.Min(p, 1 - 1e-300)) - Elementary.LogOnePlus(rate);
            return loss < 1e-300 ? last : (1 - p) * -Elementary.ExpMinusOne(last * logKept) / loss;
        });
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"sBG(alpha = {Alpha:G7}, beta = {Beta:G7})");
}
