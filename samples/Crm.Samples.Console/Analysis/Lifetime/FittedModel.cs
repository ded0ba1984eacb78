using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>A fitted model of any kind, with what it predicts for every row.</summary>
internal sealed record FittedModel
{
    public required string Name { get; init; }

    public required IReadOnlyList<ModelParameter> Parameters { get; init; }

    public required double LogLikelihood { get; init; }

    public required double GradientNorm { get; init; }

    public required bool Converged { get; init; }

    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required double Customers { get; init; }

    public required int Distinct { get; init; }

    public required ObservationWindow? Window { get; init; }

    /// <summary>The model in continuous time; null for those that count opportunities or renewals.</summary>
    public ModelFit<IPurchaseModel>? Purchases { get; init; }

    /// <summary>The probability of being a customer still; NaN for rows left out.</summary>
    public required double[] ProbabilityAlive { get; init; }

    /// <summary>Purchases (renewals) within a horizon.</summary>
    public required Func<double, double[]> Expected { get; init; }

    /// <summary>The same, discounted by a rate a year (in models that count, a period) up to a horizon.</summary>
    public required Func<double, double, double[]> Discounted { get; init; }

    public static FittedModel Of<TModel>(
        ModelFit<TModel> fit, string name, double[] alive, Func<double, double[]> expected, Func<double, double, double[]> discounted, ModelFit<IPurchaseModel>? purchases = null) => new()
    {
        Name = name,
        Parameters = fit.Parameters,
        LogLikelihood = fit.LogLikelihood,
        GradientNorm = fit.GradientNorm,
        Converged = fit.Converged,
        Warnings = fit.Warnings,
        Notes = fit.Notes,
        Customers = fit.Customers,
        Distinct = fit.DistinctHistories,
        Window = fit.Window,
        ProbabilityAlive = alive,
        Expected = expected,
        Discounted = discounted,
        Purchases = purchases,
    };
}
