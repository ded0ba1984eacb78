using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Tests.Lifetime;

/// <summary>Compares analytic derivatives with central differences.</summary>
internal static class Derivatives
{
    public static void ShouldMatchDifferences(ISmoothObjective objective, double[] point)
    {
        const double step = 1e-5;
        var n = objective.Dimension;
        var (gradient, hessian) = (new double[n], new double[n * n]);
        objective.Evaluate(point, gradient, hessian);
        for (var i = 0; i < n; i++)
        {
            var (up, down) = (new double[n], new double[n]);
            var difference = (objective.Evaluate(Moved(point, i, step), up, new double[n * n])
                - objective.Evaluate(Moved(point, i, -step), down, new double[n * n])) / (2 * step);
            gradient[i].Should().BeApproximately(difference, 1e-5 * Math.Max(1, gradient.Max(Math.Abs)));
            for (var j = 0; j < n; j++)
                hessian[(i * n) + j].Should().BeApproximately((up[j] - down[j]) / (2 * step), 1e-6 * Math.Max(1, hessian.Max(Math.Abs)));
        }
    }

    private static double[] Moved(double[] point, int index, double by)
    {
        var moved = (double[])point.Clone();
        moved[index] += by;
        return moved;
    }
}
