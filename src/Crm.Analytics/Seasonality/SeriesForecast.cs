using System.Runtime.InteropServices;

namespace Crm.Analytics.Seasonality;

/// <summary>A forecast with its prediction interval.</summary>
/// <param name="Value">The forecast.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeriesForecast(double Value, double Lower, double Upper);
