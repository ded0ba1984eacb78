namespace Crm.Analytics.Fitting;

internal static class FitWarningCodeExtensions
{
    /// <summary>Whether the estimates are the maximum all the same: the warning is about the data or about what the estimates imply.</summary>
    public static bool AllowsConvergence(this FitWarningCode code) =>
        code is FitWarningCode.CustomersLeftOut or FitWarningCode.ValueDependsOnFrequency or FitWarningCode.MeanIsInfinite;
}
