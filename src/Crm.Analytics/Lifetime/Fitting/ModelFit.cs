using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>A fitted model with everything needed to judge it: parameters, convergence, warnings and the data behind it.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed record ModelFit<TModel>
{
    /// <summary>The model with its estimated parameters, ready to predict.</summary>
    public required TModel Model { get; init; }

    /// <summary>The model's name.</summary>
    public required string ModelName { get; init; }

    /// <summary>The estimates with their standard errors, in the order of the literature.</summary>
    public required IReadOnlyList<ModelParameter> Parameters { get; init; }

    /// <summary>The covariance of the estimates, row by row, from the observed information; null where the likelihood is not curved downwards.</summary>
    public IReadOnlyList<double>? Covariance { get; init; }

    /// <summary>The log-likelihood summed over customers, without the penalty, durations in <see cref="Unit"/>.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The largest absolute derivative of the maximised function by the logarithm of a parameter.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Whether the gradient is below the tolerance, the Hessian negative definite, and no parameter has run away.</summary>
    public required bool Converged { get; init; }

    /// <summary>How many steps the last search took.</summary>
    public required int Iterations { get; init; }

    /// <summary>What the user should know; empty when there is nothing.</summary>
    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    /// <summary>What the model itself implies and may be taken for a finding, in English for people; empty when there is nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many customers the estimates rest on (the sum of the weights).</summary>
    public required double Customers { get; init; }

    /// <summary>How many different purchase histories they have.</summary>
    public required int DistinctHistories { get; init; }

    /// <summary>The time unit of the parameters and of every prediction; the length of a period in models that count periods, without meaning for spend.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The days the data cover; null when not known.</summary>
    public required ObservationWindow? Window { get; init; }
}
