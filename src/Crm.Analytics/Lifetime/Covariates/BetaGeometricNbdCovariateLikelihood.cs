using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of BG/NBD with covariates by ln r, ln α₀, ln a₀, ln b₀ and the effects. The logarithms of a group's parameters are
/// linear in these, so gradient and Hessian are those of the plain model, group by group, taken through a linear map.
/// </summary>
internal sealed class BetaGeometricNbdCovariateLikelihood : ISmoothObjective
{
    private const int Plain = 4;

    private readonly List<(double[] Covariates, BetaGeometricNbdLikelihood Likelihood)> _groups = [];
    private readonly int _covariates;
    private readonly double _penalty;

    /// <param name="rows">Ordered by group, then frequency.</param>
    /// <param name="weights">Customers per row.</param>
    /// <param name="values">The covariates of each group.</param>
    /// <param name="penalty">Penalty per customer, on the parameters of the plain model and on the effects.</param>
    public BetaGeometricNbdCovariateLikelihood(
        ReadOnlySpan<CovariateHistory> rows, ReadOnlySpan<double> weights, IReadOnlyList<double[]> values, double penalty)
    {
        _covariates = values[0].Length;
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].Group == rows[start].Group) end++;
            var histories = new RecencyFrequency[end - start];
            for (var i = start; i < end; i++)
            {
                histories[i - start] = rows[i].History;
                _penalty += penalty * weights[i];
            }

            _groups.Add((values[rows[start].Group], new BetaGeometricNbdLikelihood(histories, weights[start..end], 0)));
            start = end;
        }
    }

    public int Dimension => Plain + (3 * _covariates);

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        var value = 0.0;
        Span<double> own = stackalloc double[Plain];
        Span<double> first = stackalloc double[Plain];
        Span<double> second = stackalloc double[Plain * Plain];
        var map = new double[Plain * Dimension];
        foreach (var (covariates, likelihood) in _groups)
        {
            Fill(map, covariates);
            for (var p = 0; p < Plain; p++) own[p] = Dot(map, p, point);
            value += likelihood.Evaluate(own, first, second);
            Add(map, first, second, gradient, hessian);
        }

        return value - Penalise(point, gradient, hessian);
    }

    /// <summary>How a group's ln r, ln α, ln a and ln b depend on the point: ln α = ln α₀ − γ₁z, ln a = ln a₀ + γ₂z, ln b = ln b₀ + γ₃z.</summary>
    private void Fill(double[] map, double[] covariates)
    {
        for (var p = 0; p < Plain; p++)
        {
            map[(p * Dimension) + p] = 1;
            if (p == 0) continue;
            for (var k = 0; k < _covariates; k++)
                map[(p * Dimension) + Plain + ((p - 1) * _covariates) + k] = p == 1 ? -covariates[k] : covariates[k];
        }
    }

    private double Dot(double[] map, int row, ReadOnlySpan<double> point)
    {
        var sum = 0.0;
        for (var i = 0; i < Dimension; i++) sum += map[(row * Dimension) + i] * point[i];
        return sum;
    }

    private void Add(double[] map, ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> gradient, Span<double> hessian)
    {
        var size = Dimension;
        for (var i = 0; i < size; i++)
        {
            for (var p = 0; p < Plain; p++)
            {
                var slope = map[(p * size) + i];
                if (slope == 0) continue;
                gradient[i] += slope * first[p];
                for (var j = 0; j < size; j++)
                {
                    var bend = 0.0;
                    for (var q = 0; q < Plain; q++) bend += second[(p * Plain) + q] * map[(q * size) + j];
                    hessian[(i * size) + j] += slope * bend;
                }
            }
        }
    }

    private double Penalise(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var loss = 0.0;
        for (var i = 0; i < Dimension; i++)
        {
            var parameter = i < Plain ? Math.Exp(point[i]) : point[i];
            var own = _penalty * parameter * parameter;
            loss += own;
            gradient[i] -= i < Plain ? 2 * own : 2 * _penalty * parameter;
            hessian[(i * Dimension) + i] -= i < Plain ? 4 * own : 2 * _penalty;
        }

        return loss;
    }
}
