namespace Crm.Analytics.Mathematics;

/// <summary>
/// Newton's method with Levenberg's damping: far from the maximum, where the Hessian is not definite or a step fails,
/// it turns towards steepest ascent; near it, it converges quadratically. Steps are at most two per variable, a factor
/// of e² where the variables are logarithms.
/// </summary>
internal sealed class NewtonSearch(ISmoothObjective objective, double gradientTolerance, int maximumIterations)
{
    private const double LongestStep = 2;
    private const double Smallest = 1e-12;

    /// <summary>Variables beyond this have run away: e^30 is not a parameter any more.</summary>
    private const double Bound = 30;

    private readonly int _size = objective.Dimension;

    public Maximum Run(ReadOnlySpan<double> start)
    {
        var point = start.ToArray();
        var (gradient, hessian) = (new double[_size], new double[_size * _size]);
        var (nextGradient, nextHessian) = (new double[_size], new double[_size * _size]);
        var value = objective.Evaluate(point, gradient, hessian);
        var (damping, iteration) = (0.0, 0);
        while (iteration < maximumIterations && Norm(gradient) > gradientTolerance && Math.Abs(damping) < 1e12)
        {
            var next = Step(point, gradient, hessian, ref damping);
            if (next is null) break;
            iteration++;
            var nextValue = objective.Evaluate(next, nextGradient, nextHessian);
            // At the maximum the value no longer tells better from worse; a smaller gradient does.
            var level = Math.Abs(nextValue - value) <= 1e-14 * Math.Abs(value);
            if (nextValue > value || (level && Norm(nextGradient) < Norm(gradient)))
            {
                (point, value) = (next, nextValue);
                (gradient, nextGradient) = (nextGradient, gradient);
                (hessian, nextHessian) = (nextHessian, hessian);
                damping = damping < Smallest ? 0 : damping / 10;
            }
            else
            {
                if (level) break;
                damping = Math.Max(damping * 10, 1e-3);
            }
        }

        return ToMaximum(point, value, gradient, hessian, iteration);
    }

    private double[]? Step(double[] point, double[] gradient, double[] hessian, ref double damping)
    {
        for (; damping < 1e12; damping = Math.Max(damping * 10, 1e-3))
        {
            if (SquareMatrix.Cholesky(Negate(hessian, damping), _size) is not { } factor) continue;
            var step = SquareMatrix.Solve(factor, gradient);
            var scale = Math.Min(1, LongestStep / Math.Max(Norm(step), double.Epsilon));
            var next = new double[_size];
            for (var i = 0; i < _size; i++) next[i] = Math.Clamp(point[i] + (scale * step[i]), -Bound, Bound);
            return next;
        }

        return null;
    }

    private Maximum ToMaximum(double[] point, double value, double[] gradient, double[] hessian, int iterations)
    {
        var factor = SquareMatrix.Cholesky(Negate(hessian, 0), _size);
        double[]? covariance = null;
        if (factor is not null)
        {
            covariance = new double[_size * _size];
            for (var i = 0; i < _size; i++)
            {
                var unit = new double[_size];
                unit[i] = 1;
                SquareMatrix.Solve(factor, unit).CopyTo(covariance, i * _size);
            }
        }

        var norm = Norm(gradient);
        var settled = double.IsFinite(value) && norm <= gradientTolerance && factor is not null && Norm(point) < Bound;
        return new Maximum(point, value, norm, settled, iterations, covariance);
    }

    /// <summary>The negative Hessian, its diagonal raised by the damping relative to itself.</summary>
    private double[] Negate(double[] hessian, double damping)
    {
        var negative = Array.ConvertAll(hessian, value => -value);
        for (var i = 0; i < _size; i++)
        {
            ref var diagonal = ref negative[(i * _size) + i];
            diagonal += damping * Math.Max(Math.Abs(diagonal), 1e-6);
        }

        return negative;
    }

    private static double Norm(double[] vector) => vector.Max(Math.Abs);
}
