using System.Runtime.InteropServices;

namespace Crm.Analytics.Uplift;

/// <summary>A share with its score interval. Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WilsonInterval(double Rate, double Lower, double Upper)
{
    public static WilsonInterval Of(double count, double met, double z)
    {
        var (rate, square) = (met / count, z * z);
        var middle = (2 * met) + square;
        var half = z * Math.Sqrt(square + (4 * met * (1 - rate)));
        var scale = 2 * (count + square);
        // At the ends of the range rounding must not leave it.
        return new WilsonInterval(rate, met == 0 ? 0 : (middle - half) / scale, met == count ? 1 : (middle + half) / scale);
    }
}
