using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>The logarithm of the partial likelihood (D. R. Cox 1972) with its derivatives, from the longest duration to the shortest.</summary>
internal sealed class CoxLikelihood(SurvivalSample sample, double[][] columns, CoxTies ties) : ISmoothObjective
{
    private readonly int _size = columns.Length;

    public int Dimension => _size;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        var scores = Scores(point);
        // The largest score is taken off all of them, so that no exponential overflows.
        var shift = scores.Length == 0 ? 0 : scores.Max();
        var (risk, tied) = (new Moments(_size), new Moments(_size));
        var value = 0.0;
        for (var i = sample.Count - 1; i >= 0;)
        {
            var time = sample.Durations[sample.Order[i]];
            tied.Clear();
            var events = 0;
            for (; i >= 0 && sample.Durations[sample.Order[i]] == time; i--)
            {
                var row = sample.Order[i];
                risk.Add(columns, row, Math.Exp(scores[row] - shift));
                if (!sample.Observed[row]) continue;
                tied.Add(columns, row, Math.Exp(scores[row] - shift));
                events++;
                value += scores[row] - shift;
                for (var k = 0; k < _size; k++) gradient[k] += columns[k][row];
            }

            for (var nth = 0; nth < events; nth++)
                value -= risk.Subtract(tied, ties == CoxTies.Efron ? nth / (double)events : 0, gradient, hessian);
        }

        return value;
    }

    /// <summary>The times of events, ascending, and the increase of the baseline hazard at each.</summary>
    public (double[] Times, double[] Increases) Baseline(ReadOnlySpan<double> point)
    {
        var scores = Scores(point);
        var (times, increases, risk) = (new List<double>(), new List<double>(), 0.0);
        for (var i = sample.Count - 1; i >= 0;)
        {
            var (time, events, tied) = (sample.Durations[sample.Order[i]], 0, 0.0);
            for (; i >= 0 && sample.Durations[sample.Order[i]] == time; i--)
            {
                var weight = Math.Exp(scores[sample.Order[i]]);
                risk += weight;
                if (!sample.Observed[sample.Order[i]]) continue;
                tied += weight;
                events++;
            }

            if (events == 0) continue;
            var increase = 0.0;
            for (var nth = 0; nth < events; nth++) increase += 1 / (risk - (ties == CoxTies.Efron ? tied * nth / events : 0));
            times.Add(time);
            increases.Add(increase);
        }

        times.Reverse();
        increases.Reverse();
        return ([.. times], [.. increases]);
    }

    private double[] Scores(ReadOnlySpan<double> point)
    {
        var scores = new double[sample.Count];
        for (var k = 0; k < _size; k++)
        {
            for (var row = 0; row < scores.Length; row++) scores[row] += point[k] * columns[k][row];
        }

        return scores;
    }

    /// <summary>Sums over rows of the weight, the weighted covariates and their weighted products.</summary>
    private sealed class Moments(int size)
    {
        private readonly double[] _first = new double[size];
        private readonly double[] _second = new double[size * size];
        private double _weight;

        public void Clear()
        {
            _weight = 0;
            Array.Clear(_first);
            Array.Clear(_second);
        }

        public void Add(double[][] columns, int row, double weight)
        {
            _weight += weight;
            for (var j = 0; j < size; j++)
            {
                var weighted = weight * columns[j][row];
                _first[j] += weighted;
                for (var k = 0; k <= j; k++) _second[(j * size) + k] += weighted * columns[k][row];
            }
        }

        /// <summary>Takes one event's mean and covariance over the risk set off the derivatives; returns the logarithm of the set's weight.</summary>
        public double Subtract(Moments tied, double share, Span<double> gradient, Span<double> hessian)
        {
            var weight = _weight - (share * tied._weight);
            for (var j = 0; j < size; j++)
            {
                var mean = (_first[j] - (share * tied._first[j])) / weight;
                gradient[j] -= mean;
                for (var k = 0; k <= j; k++)
                {
                    var other = (_first[k] - (share * tied._first[k])) / weight;
                    var product = (_second[(j * size) + k] - (share * tied._second[(j * size) + k])) / weight;
                    hessian[(j * size) + k] -= product - (mean * other);
                    hessian[(k * size) + j] = hessian[(j * size) + k];
                }
            }

            return Math.Log(weight);
        }
    }
}
