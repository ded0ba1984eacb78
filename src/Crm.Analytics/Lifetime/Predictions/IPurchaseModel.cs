namespace Crm.Analytics.Lifetime;

/// <summary>
/// A model of buyers without a contract: what it says about a known customer from (x, t_x, T), and about a new one.
/// Every time is in the unit that the model was fitted in.
/// </summary>
public interface IPurchaseModel
{
    /// <summary>P(alive | x, t_x, T): the probability that the customer has not dropped out by the end of observation.</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    double ProbabilityAlive(RecencyFrequency history);

    /// <summary>E[X(t)]: the repeat purchases expected of a new customer in t time units after the first purchase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    double ExpectedPurchases(double time);

    /// <summary>E[Y(t) | x, t_x, T]: the purchases expected of a known customer in the next t time units.</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    double ExpectedPurchases(RecencyFrequency history, double time);

    /// <summary>P(X(t) = n): the probability that a new customer makes n repeat purchases in t time units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the time negative or not finite.</exception>
    double ProbabilityOfPurchases(int count, double time);

    /// <summary>P(Y(t) = n | x, t_x, T): the probability that a known customer makes n purchases in the next t time units.</summary>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the time negative or not finite.</exception>
    double ProbabilityOfPurchases(RecencyFrequency history, int count, double time);

    /// <summary>
    /// The purchases expected of a known customer in the next t time units, each discounted continuously to the end of
    /// observation: ∫ e^(−δt) dE[Y(t)]. Over an infinite horizon these are the discounted expected residual
    /// transactions (DERT) of Fader, Hardie and Lee, "RFM and CLV" (2005).
    /// </summary>
    /// <param name="history">The customer.</param>
    /// <param name="rate">The discount rate δ per time unit, ln(1 + d) for a rate d per unit; default in no place, zero allowed for a finite horizon.</param>
    /// <param name="horizon">How far to look, in time units; <see cref="double.PositiveInfinity"/> for all the future.</param>
    /// <exception cref="ArgumentException">The history is impossible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite, the horizon negative or not a number, or infinite without a discount.</exception>
    double DiscountedPurchases(RecencyFrequency history, double rate, double horizon);

    /// <summary>The same kind of model with other parameters, to ask how much depends on them.</summary>
    /// <param name="parameters">As many as <see cref="ModelFit{TModel}.Parameters"/> has, in its order.</param>
    /// <exception cref="ArgumentException">Their number is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    IPurchaseModel WithParameters(IReadOnlyList<double> parameters);
}
