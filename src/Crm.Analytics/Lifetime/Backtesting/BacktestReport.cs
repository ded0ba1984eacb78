using NodaTime;

namespace Crm.Analytics.Lifetime;

/// <summary>How well a model foretold purchases it had not seen.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <remarks>A purchase is a day with a purchase. Customers whose first purchase lies in the holdout are left out and counted.</remarks>
public sealed record BacktestReport<TModel>
{
    /// <summary>The fit to the calibration.</summary>
    public required ModelFit<TModel> Fit { get; init; }

    /// <summary>The last day that the model saw.</summary>
    public required LocalDate CalibrationEnd { get; init; }

    /// <summary>The length of the holdout in days.</summary>
    public required int HoldoutDays { get; init; }

    /// <summary>Customers compared.</summary>
    public required int Customers { get; init; }

    /// <summary>Customers left out because they have no purchase in the calibration.</summary>
    public required int CustomersLeftOut { get; init; }

    /// <summary>Purchases in the holdout.</summary>
    public required long ActualPurchases { get; init; }

    /// <summary>Purchases that the model expected.</summary>
    public required double ExpectedPurchases { get; init; }

    /// <summary>Customers with at least one purchase in the holdout.</summary>
    public required int ActualBuyers { get; init; }

    /// <summary>How many such customers the model expected.</summary>
    public required double ExpectedBuyers { get; init; }

    /// <summary>The mean over customers of |actual − expected| purchases.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>The same if everybody went on buying at the mean rate so far.</summary>
    public required double NaiveMeanAbsoluteError { get; init; }

    /// <summary>The root of the mean squared difference between actual and expected purchases.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>The share of customers whose purchases lay within the predicted interval.</summary>
    public required double Coverage { get; init; }

    /// <summary>The share that the model expected there; above the coverage asked for, because counts are whole.</summary>
    public required double ExpectedCoverage { get; init; }

    /// <summary>Actual and expected purchases by purchases before; rows without customers are left out.</summary>
    public required IReadOnlyList<FrequencyCalibration> ByFrequency { get; init; }

    /// <summary>Actual and expected share of buyers in groups by predicted probability, ascending; customers with the same history stay together.</summary>
    public required IReadOnlyList<ProbabilityCalibration> ByProbability { get; init; }
}
