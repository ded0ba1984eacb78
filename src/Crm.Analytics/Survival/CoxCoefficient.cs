namespace Crm.Analytics.Survival;

/// <summary>What one covariate does to the hazard.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Value">β: the change of the logarithm of the hazard with one unit of the covariate.</param>
/// <param name="StandardError">The standard error of β; null when the data do not identify it.</param>
/// <param name="HazardRatio">exp(β): the factor on the hazard.</param>
/// <param name="LowerRatio">The lower bound of the hazard ratio; null without a standard error.</param>
/// <param name="UpperRatio">The upper bound of the hazard ratio; null without a standard error.</param>
/// <param name="PValue">The probability of at least this |β| if the covariate does nothing (Wald); null without a standard error.</param>
public sealed record CoxCoefficient(
    string Name, double Value, double? StandardError, double HazardRatio, double? LowerRatio, double? UpperRatio, double? PValue);
