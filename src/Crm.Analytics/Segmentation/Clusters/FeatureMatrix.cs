using System.Globalization;

namespace Crm.Analytics.Segmentation;

/// <summary>Scaled features, row by row.</summary>
internal sealed class FeatureMatrix
{
    private readonly double[] _values;

    private FeatureMatrix(int rows, int columns, double[] values) => (Rows, Columns, _values) = (rows, columns, values);

    public int Rows { get; }

    public int Columns { get; }

    public ReadOnlySpan<double> this[int row] => _values.AsSpan(row * Columns, Columns);

    public static FeatureMatrix Of(IReadOnlyList<Feature> features)
    {
        if (features.Count == 0) throw new ArgumentException("There are no features.", nameof(features));
        var (rows, columns) = (features[0].Values.Count, features.Count);
        var values = new double[checked(rows * columns)];
        for (var column = 0; column < columns; column++)
        {
            var scaled = Scale(features[column], rows);
            for (var row = 0; row < rows; row++) values[(row * columns) + column] = scaled[row];
        }

        return new FeatureMatrix(rows, columns, values);
    }

    public static double Distance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }

    private static double[] Scale(Feature feature, int rows)
    {
        if (feature.Values.Count != rows) throw new ArgumentException($"{feature.Name} has {feature.Values.Count} values, the first feature {rows}.", nameof(feature));
        for (var row = 0; row < rows; row++)
        {
            if (!double.IsFinite(feature.Values[row]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row} of {feature.Name}: {feature.Values[row]} is no figure."), nameof(feature));
        }

        double[] values = [.. feature.Values];
        if (feature.Scale == FeatureScale.None) return values;
        if (feature.Scale == FeatureScale.LogStandard) values = Array.ConvertAll(values, value => Math.Log(1 + Math.Max(0, value)));
        var mean = values.Sum() / rows;
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / rows);
        // A feature that is the same for all tells nobody apart.
        return Array.ConvertAll(values, value => deviation > 0 ? (value - mean) / deviation : 0);
    }
}
