using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crm.Analytics.Recommendations;

/// <summary>
/// The product of six packed rows with sixteen packed columns, or with forty-eight where registers are wide, kept in registers while it is summed.
/// Either way every number is summed in the same order.
/// </summary>
internal static class MatrixTile
{
    public const int Rows = 6;

    public static readonly int Columns = Vector512.IsHardwareAccelerated ? WideTile.Columns : 16;

    /// <summary>Where row and depth lie in packed rows: six rows side by side at each depth.</summary>
    public static int RowPlace(int row, int k, int depth) => (row / Rows * Rows * depth) + (k * Rows) + (row % Rows);

    /// <summary>Where column and depth lie in packed columns: a tile's columns side by side at each depth.</summary>
    public static int ColumnPlace(int column, int k, int depth) => (column / Columns * Columns * depth) + (k * Columns) + (column % Columns);

    /// <summary>Packs a symmetric matrix as columns.</summary>
    public static float[] PackColumns(float[] matrix, int size)
    {
        var packed = new float[size * size];
        for (var k = 0; k < size; k++)
        {
            for (var column = 0; column < size; column++) packed[ColumnPlace(column, k, size)] = matrix[(k * size) + column];
        }

        return packed;
    }

    /// <summary>Adds rows · columns to a tile of a matrix.</summary>
    /// <param name="rows">Six packed rows.</param>
    /// <param name="columns">As many packed columns as a tile has.</param>
    /// <param name="depth">How many products each sum has.</param>
    /// <param name="target">The first number of the tile.</param>
    /// <param name="stride">From one row of the tile to the next.</param>
    public static void AddProduct(ref float rows, ref float columns, int depth, ref float target, int stride)
    {
        if (Vector512.IsHardwareAccelerated) WideTile.AddProduct(ref rows, ref columns, depth, ref target, stride);
        else AddNarrowProduct(ref rows, ref columns, depth, ref target, stride);
    }

    private static void AddNarrowProduct(ref float rows, ref float columns, int depth, ref float target, int stride)
    {
        var (r0Left, r0Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (r1Left, r1Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (r2Left, r2Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (r3Left, r3Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (r4Left, r4Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (r5Left, r5Right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var k = 0; k < depth; k++)
        {
            var left = Vector256.LoadUnsafe(ref columns);
            var right = Vector256.LoadUnsafe(ref columns, (nuint)Vector256<float>.Count);
            var row = Vector256.Create(rows);
            r0Left = Vector256.MultiplyAddEstimate(row, left, r0Left);
            r0Right = Vector256.MultiplyAddEstimate(row, right, r0Right);
            row = Vector256.Create(Unsafe.Add(ref rows, 1));
            r1Left = Vector256.MultiplyAddEstimate(row, left, r1Left);
            r1Right = Vector256.MultiplyAddEstimate(row, right, r1Right);
            row = Vector256.Create(Unsafe.Add(ref rows, 2));
            r2Left = Vector256.MultiplyAddEstimate(row, left, r2Left);
            r2Right = Vector256.MultiplyAddEstimate(row, right, r2Right);
            row = Vector256.Create(Unsafe.Add(ref rows, 3));
            r3Left = Vector256.MultiplyAddEstimate(row, left, r3Left);
            r3Right = Vector256.MultiplyAddEstimate(row, right, r3Right);
            row = Vector256.Create(Unsafe.Add(ref rows, 4));
            r4Left = Vector256.MultiplyAddEstimate(row, left, r4Left);
            r4Right = Vector256.MultiplyAddEstimate(row, right, r4Right);
            row = Vector256.Create(Unsafe.Add(ref rows, 5));
            r5Left = Vector256.MultiplyAddEstimate(row, left, r5Left);
            r5Right = Vector256.MultiplyAddEstimate(row, right, r5Right);
            rows = ref Unsafe.Add(ref rows, Rows);
            columns = ref Unsafe.Add(ref columns, Columns);
        }

        Add(r0Left, r0Right, ref target);
        Add(r1Left, r1Right, ref Unsafe.Add(ref target, stride));
        Add(r2Left, r2Right, ref Unsafe.Add(ref target, 2 * stride));
        Add(r3Left, r3Right, ref Unsafe.Add(ref target, 3 * stride));
        Add(r4Left, r4Right, ref Unsafe.Add(ref target, 4 * stride));
        Add(r5Left, r5Right, ref Unsafe.Add(ref target, 5 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<float> left, Vector256<float> right, ref float target)
    {
        (Vector256.LoadUnsafe(ref target) + left).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref target, (nuint)Vector256<float>.Count) + right).StoreUnsafe(ref target, (nuint)Vector256<float>.Count);
    }
}
