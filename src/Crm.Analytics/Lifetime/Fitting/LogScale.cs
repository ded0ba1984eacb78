namespace Crm.Analytics.Lifetime;

/// <summary>From derivatives by positive parameters to derivatives by their logarithms.</summary>
internal static class LogScale
{
    /// <summary>Fills gradient and Hessian by ln p, and takes the penalty off: penalty · Σp².</summary>
    /// <param name="value">The log-likelihood.</param>
    /// <param name="p">The parameters.</param>
    /// <param name="first">Derivatives by p.</param>
    /// <param name="second">Second derivatives by p, row by row; the upper triangle is read.</param>
    /// <param name="penalty">The weight of the penalty over all customers.</param>
    /// <param name="gradient">To fill.</param>
    /// <param name="hessian">To fill.</param>
    /// <returns>The penalised log-likelihood.</returns>
    public static double Transform(
        double value, ReadOnlySpan<double> p, ReadOnlySpan<double> first, ReadOnlySpan<double> second,
        double penalty, Span<double> gradient, Span<double> hessian)
    {
        var size = p.Length;
        for (var i = 0; i < size; i++)
        {
            var loss = penalty * p[i] * p[i];
            value -= loss;
            gradient[i] = (p[i] * first[i]) - (2 * loss);
            for (var j = 0; j < size; j++)
                hessian[(i * size) + j] = p[i] * p[j] * second[(Math.Min(i, j) * size) + Math.Max(i, j)];
            hessian[(i * size) + i] += (p[i] * first[i]) - (4 * loss);
        }

        return value;
    }
}
