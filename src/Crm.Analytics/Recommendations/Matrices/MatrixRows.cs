using System.Runtime.InteropServices;

namespace Crm.Analytics.Recommendations;

/// <summary>Parts of rows of a square matrix that may hold more than 2^31 − 1 numbers.</summary>
internal static class MatrixRows
{
    public static Span<float> RowAt(this float[] matrix, int size, int row, int column, int length) =>
        MemoryMarshal.CreateSpan(ref matrix[((long)row * size) + column], length);
}
