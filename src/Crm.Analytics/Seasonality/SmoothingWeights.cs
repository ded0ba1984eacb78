namespace Crm.Analytics.Seasonality;

/// <summary>
/// The weights with the smallest squared errors: the best places of a grid, each refined by the simplex search of
/// J. A. Nelder and R. Mead (1965) on angles, whose squared sines are the weights, so that none leaves 0 to 1.
/// </summary>
internal sealed class SmoothingWeights
{
    private const int Starts = 4;
    private const int MaximumSteps = 4_000;
    private const double SmallestGain = 1e-14;

    private static readonly double[] _grid = [0.02, 0.1, 0.3, 0.6, 0.9];

    private readonly double[] _values;
    private readonly SmoothingState _start;
    private readonly double?[] _given;
    private readonly int[] _free;

    private SmoothingWeights(double[] values, int period, HoltWintersOptions options)
    {
        (_values, _start) = (values, SmoothingState.Start(values, period, options));
        _given = [options.Alpha, options.Trend ? options.Beta : 0, options.Season ? options.Gamma : 0];
        _free = [.. Enumerable.Range(0, _given.Length).Where(i => _given[i] is null)];
    }

    /// <summary>α, β and γ; zero for a part that is not there.</summary>
    public static double[] Find(double[] values, int period, HoltWintersOptions options)
    {
        var weights = new SmoothingWeights(values, period, options);
        if (weights._free.Length == 0) return weights.Complete([]);
        return weights.Complete(weights.Grid().OrderBy(weights.Errors).Take(Starts).Select(weights.Search).MinBy(weights.Errors)!);
    }

    private IEnumerable<double[]> Grid()
    {
        var places = Math.Pow(_grid.Length, _free.Length);
        for (var place = 0; place < places; place++)
        {
            var (angles, rest) = (new double[_free.Length], place);
            for (var k = 0; k < angles.Length; k++, rest /= _grid.Length) angles[k] = Math.Asin(Math.Sqrt(_grid[rest % _grid.Length]));
            yield return angles;
        }
    }

    private double[] Complete(double[] angles)
    {
        var weights = Array.ConvertAll(_given, given => given ?? 0);
        for (var k = 0; k < angles.Length; k++) weights[_free[k]] = Math.Sin(angles[k]) * Math.Sin(angles[k]);
        return weights;
    }

    private double Errors(double[] angles)
    {
        var (weights, state, sum) = (Complete(angles), _start.Copy(), 0.0);
        for (var i = state.Next; i < _values.Length; i++)
        {
            var error = _values[i] - state.Forecast(1);
            sum += error * error;
            state.Learn(_values[i], weights[0], weights[1], weights[2]);
        }

        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    private double[] Search(double[] start)
    {
        var simplex = new List<(double[] Point, double Value)> { (start, Errors(start)) };
        for (var k = 0; k < start.Length; k++)
        {
            var corner = (double[])start.Clone();
            corner[k] += 0.1;
            simplex.Add((corner, Errors(corner)));
        }

        for (var step = 0; step < MaximumSteps; step++)
        {
            simplex.Sort((x, y) => x.Value.CompareTo(y.Value));
            var (best, worst) = (simplex[0], simplex[^1]);
            if (worst.Value - best.Value <= SmallestGain * best.Value) break;
            var centre = start.Select((_, k) => simplex.SkipLast(1).Average(corner => corner.Point[k])).ToArray();
            var reflected = Towards(-1);
            if (reflected.Value < best.Value)
            {
                var expanded = Towards(-2);
                simplex[^1] = expanded.Value < reflected.Value ? expanded : reflected;
            }
            else if (reflected.Value < simplex[^2].Value)
            {
                simplex[^1] = reflected;
            }
            else
            {
                var contracted = Towards(reflected.Value < worst.Value ? -0.5 : 0.5);
                if (contracted.Value < Math.Min(worst.Value, reflected.Value)) simplex[^1] = contracted;
                else
                    for (var corner = 1; corner < simplex.Count; corner++) simplex[corner] = At(simplex[corner].Point.Zip(best.Point, (x, y) => (x + y) / 2).ToArray());
            }

            (double[] Point, double Value) Towards(double share) => At(centre.Zip(worst.Point, (c, w) => c + (share * (w - c))).ToArray());
        }

        return simplex.MinBy(corner => corner.Value).Point;

        (double[] Point, double Value) At(double[] point) => (point, Errors(point));
    }
}
