using Crm.Analytics.Seasonality;

namespace Crm.Samples.Console.Analysis;

/// <summary>How much of a product's ups and downs is season.</summary>
/// <param name="Product">What.</param>
/// <param name="Total">The sum of its series.</param>
/// <param name="SeasonalStrength">0 to 1; null where the series is too short.</param>
/// <param name="TrendStrength">0 to 1; null where the series is too short.</param>
internal sealed record ProductSeason(string Product, double Total, double? SeasonalStrength, double? TrendStrength)
{
    public static ProductSeason Of(PurchaseSeries series, int season)
    {
        var parts = season < 2 || series.Values.Length < 2 * season ? null : Stl.Decompose(series.Values, season);
        return new ProductSeason(series.Product.ToString(), series.Values.ToArray().Sum(), parts?.SeasonalStrength, parts?.TrendStrength);
    }
}
