namespace Crm.Analytics.Mathematics;

/// <summary>Where a search ended.</summary>
/// <param name="Point">The variables.</param>
/// <param name="Value">The function's value.</param>
/// <param name="GradientNorm">The largest absolute partial derivative.</param>
/// <param name="Converged">Whether the gradient is below the tolerance and the Hessian negative definite.</param>
/// <param name="Iterations">Evaluations that were accepted.</param>
/// <param name="CovarianceMatrix">The inverse of the negative Hessian, row by row; null when that is not definite.</param>
internal sealed record Maximum(
    double[] Point, double Value, double GradientNorm, bool Converged, int Iterations, double[]? CovarianceMatrix)
{
    /// <summary>The diagonal of <see cref="CovarianceMatrix"/>.</summary>
    public double[]? Covariance => CovarianceMatrix is null ? null : [.. Point.Select((_, i) => CovarianceMatrix[i * (Point.Length + 1)])];
}
