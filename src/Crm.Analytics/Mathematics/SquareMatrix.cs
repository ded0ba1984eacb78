namespace Crm.Analytics.Mathematics;

/// <summary>Cholesky's decomposition of small symmetric matrices, stored row by row.</summary>
internal static class SquareMatrix
{
    /// <summary>The lower factor of a positive definite matrix, or null when it is not.</summary>
    public static double[]? Cholesky(ReadOnlySpan<double> matrix, int size)
    {
        var factor = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column];
                for (var k = 0; k < column; k++) sum -= factor[(row * size) + k] * factor[(column * size) + k];
                if (row != column)
                {
                    factor[(row * size) + column] = sum / factor[(column * size) + column];
                    continue;
                }

                // A pivot that is rounding noise of the diagonal counts as zero.
                if (!(sum > 1e-14 * Math.Abs(matrix[(row * size) + row]))) return null;
                factor[(row * size) + row] = Math.Sqrt(sum);
            }
        }

        return factor;
    }

    /// <summary>Solves factor · factorᵀ · x = right.</summary>
    public static double[] Solve(double[] factor, ReadOnlySpan<double> right)
    {
        var size = right.Length;
        var x = right.ToArray();
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++) x[row] -= factor[(row * size) + k] * x[k];
            x[row] /= factor[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++) x[row] -= factor[(k * size) + row] * x[k];
            x[row] /= factor[(row * size) + row];
        }

        return x;
    }
}
