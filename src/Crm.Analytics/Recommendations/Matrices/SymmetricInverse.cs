using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Recommendations;

/// <summary>
/// The inverse of a positive definite matrix in place, by the sweep operator over blocks of columns. Source: J. H. Goodnight,
/// "A Tutorial on the SWEEP Operator", The American Statistician 33 (1979). All work but the small pivots is products of matrices.
/// </summary>
/// <remarks>Only the lower half is read and written, in whole blocks on the diagonal. Every number is summed in one order at any degree.</remarks>
internal static class SymmetricInverse
{
    /// <summary>Sizes are multiples of this: of both sides of the tile that <see cref="MatrixTile"/> computes.</summary>
    public const int Granule = 48;

    private const int PanelWidth = 3 * Granule;

    public static int Padded(int size) => (size + Granule - 1) / Granule * Granule;

    /// <summary>Replaces a matrix by minus its inverse.</summary>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="size">Its rows, a multiple of <see cref="Granule"/>.</param>
    /// <param name="degree">How many threads may work.</param>
    /// <returns>Whether the matrix is positive definite; the numbers are useless when not.</returns>
    public static bool Negate(float[] matrix, int size, int degree)
    {
        var (panel, minus) = (new float[size * PanelWidth], new float[size * PanelWidth]);
        for (var start = 0; start < size; start += PanelWidth)
        {
            var width = Math.Min(PanelWidth, size - start);
            if (PivotInverse.Of(matrix, size, start, width) is not { } pivot) return false;
            var columns = MatrixTile.PackColumns(pivot, width);
            var first = start;
            Slices.Run(size / Granule, degree, block => Divide(matrix, size, first, width, block * Granule, panel, minus, columns));
            Slices.Run(size / Granule, degree, task => Update(matrix, size, first, width, Balanced(task, size / Granule) * Granule, panel, minus));
            for (var row = 0; row < width; row++)
                pivot.AsSpan(row * width, width).CopyTo(matrix.RowAt(size, start + row, start, width));
        }

        return true;
    }

    // Long rows and short rows in turn, so that threads end together.
    private static int Balanced(int task, int tasks) => task % 2 == 0 ? task / 2 : tasks - 1 - (task / 2);

    /// <summary>Packs rows of the pivot's columns, and what the pivot makes of them, which then takes their place.</summary>
    private static void Divide(float[] matrix, int size, int start, int width, int firstRow, float[] panel, float[] minus, float[] pivotColumns)
    {
        var rows = panel.AsSpan(firstRow * PanelWidth, Granule * width);
        var results = minus.AsSpan(firstRow * PanelWidth, Granule * width);
        if (firstRow >= start && firstRow < start + width) return;
        var below = firstRow > start;
        for (var k = 0; k < width; k++)
        {
            for (var row = 0; row < Granule; row++)
            {
                rows[MatrixTile.RowPlace(row, k, width)] = below
                    ? matrix[((long)(firstRow + row) * size) + start + k]
                    : matrix[((long)(start + k) * size) + firstRow + row];
            }
        }

        var product = new float[Granule * width];
        for (var row = 0; row < Granule; row += MatrixTile.Rows)
        {
            for (var column = 0; column < width; column += MatrixTile.Columns)
                MatrixTile.AddProduct(ref rows[row * width], ref pivotColumns[column * width], width, ref product[(row * width) + column], width);
        }

        for (var row = 0; row < Granule; row++)
        {
            for (var k = 0; k < width; k++)
            {
                var value = product[(row * width) + k];
                results[MatrixTile.ColumnPlace(row, k, width)] = value;
                if (below) matrix[((long)(firstRow + row) * size) + start + k] = -value;
                else matrix[((long)(start + k) * size) + firstRow + row] = -value;
            }
        }
    }

    /// <summary>Takes the pivot's part off all other columns of a block of rows.</summary>
    private static void Update(float[] matrix, int size, int start, int width, int firstRow, float[] panel, float[] minus)
    {
        if (firstRow >= start && firstRow < start + width) return;
        for (var column = 0; column < firstRow + Granule; column += MatrixTile.Columns)
        {
            if (column >= start && column < start + width) continue;
            // Packed blocks of one granule each, so a strip lies within its block.
            var strip = (column / Granule * Granule * PanelWidth) + (column % Granule * width);
            for (var row = 0; row < Granule; row += MatrixTile.Rows)
            {
                MatrixTile.AddProduct(
                    ref panel[(firstRow * PanelWidth) + (row * width)], ref minus[strip], width,
                    ref matrix[((long)(firstRow + row) * size) + column], size);
            }
        }
    }
}
