using System.Runtime.InteropServices;

namespace Crm.Analytics.Survival;

/// <summary>A value with its confidence interval; a bound or value that the data do not reach is null.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SurvivalEstimate(double? Value, double? Lower, double? Upper);
