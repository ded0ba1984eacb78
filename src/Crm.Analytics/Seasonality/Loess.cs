namespace Crm.Analytics.Seasonality;

/// <summary>
/// Local regression over evenly spaced values with tricube weights (W. S. Cleveland 1979), in the form that the STL paper
/// gives it: a span wider than the series widens the weights.
/// </summary>
/// <param name="span">How many neighbours, odd.</param>
/// <param name="degree">0 or 1.</param>
/// <param name="jump">Every how many values the regression is computed; those between lie on straight lines.</param>
internal sealed class Loess(int span, int degree, int jump)
{
    /// <summary>Smooths values; a value whose neighbours all have no weight stays as it is.</summary>
    public void Smooth(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Span<double> smooth)
    {
        var count = values.Length;
        if (count < 2)
        {
            values.CopyTo(smooth);
            return;
        }

        var step = Math.Min(jump, count - 1);
        var last = 0;
        for (var i = 0; i < count; i += step)
        {
            last = i;
            smooth[i] = AtNearest(values, weights, i) ?? values[i];
            for (var j = i - step + 1; j > 0 && j < i; j++) smooth[j] = Between(smooth, i - step, i, j);
        }

        if (last == count - 1) return;
        smooth[^1] = AtNearest(values, weights, count - 1, last) ?? values[^1];
        for (var j = last + 1; j < count - 1; j++) smooth[j] = Between(smooth, last, count - 1, j);
    }

    /// <summary>The regression at a place, which may lie outside the values, over the neighbours from <paramref name="first"/> to <paramref name="end"/>.</summary>
    public double? At(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double place, int first, int end)
    {
        var reach = Math.Max(place - first, end - place) + (span > values.Length ? (span - values.Length) / 2 : 0);
        var (all, mean) = (0.0, 0.0);
        var local = new double[end - first + 1];
        for (var j = first; j <= end; j++)
        {
            var distance = Math.Abs(j - place);
            if (distance > 0.999 * reach) continue;
            var cubed = distance / reach * (distance / reach) * (distance / reach);
            var weight = distance <= 0.001 * reach ? 1 : (1 - cubed) * (1 - cubed) * (1 - cubed);
            if (!weights.IsEmpty) weight *= weights[j];
            local[j - first] = weight;
            all += weight;
            mean += weight * j;
        }

        if (all <= 0) return null;
        mean /= all;
        var slope = reach > 0 && degree > 0 ? Slope(local, all, mean, first, place, values.Length) : 0;
        var fit = 0.0;
        for (var j = first; j <= end; j++) fit += local[j - first] / all * (1 + (slope * (j - mean))) * values[j];
        return fit;
    }

    /// <summary>How much a neighbour gains per place off the mean; none when the neighbours with weight stand too close together.</summary>
    private static double Slope(double[] local, double all, double mean, int first, double place, int count)
    {
        var spread = 0.0;
        for (var j = 0; j < local.Length; j++) spread += local[j] / all * (j + first - mean) * (j + first - mean);
        return Math.Sqrt(spread) > 0.001 * (count - 1) ? (place - mean) / spread : 0;
    }

    private double? AtNearest(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int place) => AtNearest(values, weights, place, place);

    /// <summary>The regression at a place over the neighbours of another.</summary>
    private double? AtNearest(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int place, int centre)
    {
        var first = Math.Clamp(centre - (span / 2), 0, Math.Max(0, values.Length - span));
        return At(values, weights, place, first, Math.Min(first + span, values.Length) - 1);
    }

    private static double Between(ReadOnlySpan<double> smooth, int left, int right, int at) =>
        smooth[left] + ((at - left) * (smooth[right] - smooth[left]) / (right - left));
}
