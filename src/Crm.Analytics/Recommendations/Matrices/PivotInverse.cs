using System.Runtime.InteropServices;

namespace Crm.Analytics.Recommendations;

/// <summary>Minus the inverse of a small block on the diagonal, swept in double precision.</summary>
internal static class PivotInverse
{
    /// <returns>The block row by row, or null when it is not positive definite.</returns>
    public static float[]? Of(float[] matrix, int size, int start, int width)
    {
        var block = new double[width * width];
        for (var row = 0; row < width; row++)
        {
            var source = matrix.RowAt(size, start + row, start, row + 1);
            for (var column = 0; column <= row; column++)
                block[(row * width) + column] = block[(column * width) + row] = source[column];
        }

        for (var k = 0; k < width; k++)
        {
            var pivot = block[(k * width) + k];
            // What single precision has rounded away counts as zero.
            if (!(pivot > 1e-7 * Math.Abs(matrix[((long)(start + k) * size) + start + k]))) return null;
            var swept = block.AsSpan(k * width, width);
            var inverse = 1 / pivot;
            for (var row = 0; row < width; row++)
            {
                if (row == k) continue;
                var target = block.AsSpan(row * width, width);
                var factor = target[k] * inverse;
                Subtract(swept, factor, target);
                target[k] = factor;
            }

            for (var column = 0; column < width; column++) swept[column] *= inverse;
            swept[k] = -inverse;
        }

        return Array.ConvertAll(block, value => (float)value);
    }

    private static void Subtract(ReadOnlySpan<double> row, double factor, Span<double> target)
    {
        ref var source = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= target.Length - System.Numerics.Vector<double>.Count; i += System.Numerics.Vector<double>.Count)
        {
            var result = new System.Numerics.Vector<double>(target[i..])
                - (System.Numerics.Vector.LoadUnsafe(ref source, (nuint)i) * factor);
            result.CopyTo(target[i..]);
        }

        for (; i < target.Length; i++) target[i] -= row[i] * factor;
    }
}
