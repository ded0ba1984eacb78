namespace Crm.Analytics.Mathematics;

/// <summary>Gauss's quadrature on [0, 1] (NIST DLMF 3.5): nodes and weights of the Legendre polynomials, by Newton's method.</summary>
internal static class GaussLegendre
{
    /// <summary>The rules in use; the numbers of points are multiples of four, so that they fill vectors.</summary>
    public static readonly (double[] Nodes, double[] Weights) Points8 = Rule(8);

    public static readonly (double[] Nodes, double[] Weights) Points12 = Rule(12);

    public static readonly (double[] Nodes, double[] Weights) Points16 = Rule(16);

    public static readonly (double[] Nodes, double[] Weights) Points24 = Rule(24);

    /// <summary>The integral of a function over [from, to] in some panels of 24 points.</summary>
    public static double Integrate(double from, double to, int panels, Func<double, double> function)
    {
        var (nodes, weights) = Points24;
        var (sum, width) = (0.0, (to - from) / panels);
        for (var panel = 0; panel < panels; panel++)
        {
            for (var k = 0; k < nodes.Length; k++) sum += weights[k] * function(from + ((panel + nodes[k]) * width));
        }

        return sum * width;
    }

    private static (double[] Nodes, double[] Weights) Rule(int count)
    {
        var (nodes, weights) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            // Tricomi's estimate is near enough for Newton's method to settle.
            var (x, slope) = (Math.Cos(Math.PI * (i + 0.75) / (count + 0.5)), 0.0);
            for (var step = 0; step < 8; step++)
            {
                var (before, value) = (1.0, x);
                for (var n = 1; n < count; n++) (before, value) = (value, ((((2 * n) + 1) * x * value) - (n * before)) / (n + 1));
                slope = count * ((x * value) - before) / ((x * x) - 1);
                x -= value / slope;
            }

            nodes[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }
}
