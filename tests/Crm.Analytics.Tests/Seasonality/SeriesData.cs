namespace Crm.Analytics.Tests.Seasonality;

/// <summary>Public series and made-up ones.</summary>
internal static class SeriesData
{
    /// <summary>Airline passengers by month, 1949 to 1960 (G. E. P. Box and G. M. Jenkins).</summary>
    public static double[] AirPassengers => Read("ts_AirPassengers.csv");

    /// <summary>Mean temperature at Nottingham by month, 1920 to 1939 (O. D. Anderson).</summary>
    public static double[] Nottem => Read("ts_nottem.csv");

    /// <summary>Level, slope and season with normal noise.</summary>
    public static double[] Simulate(int count, double level, double slope, double[] season, double noise, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => level + (slope * i) + season[i % season.Length] + (noise * Normal(random)))];
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Read(string file) => [.. TestData.Lines(file).Skip(1).Select(line => TestData.Number(line.Split(',')[1]))];
}
