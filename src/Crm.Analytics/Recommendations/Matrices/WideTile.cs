using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crm.Analytics.Recommendations;

/// <summary>The product of six packed rows with forty-eight packed columns in registers of 512 bits.</summary>
internal static class WideTile
{
    public const int Columns = 48;

    private const int Width = 16;

    public static void AddProduct(ref float rows, ref float columns, int depth, ref float target, int stride)
    {
        var (r0Left, r0Middle, r0Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (r1Left, r1Middle, r1Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (r2Left, r2Middle, r2Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (r3Left, r3Middle, r3Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (r4Left, r4Middle, r4Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (r5Left, r5Middle, r5Right) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (var k = 0; k < depth; k++)
        {
            var left = Vector512.LoadUnsafe(ref columns);
            var middle = Vector512.LoadUnsafe(ref columns, Width);
            var right = Vector512.LoadUnsafe(ref columns, 2 * Width);
            var row = Vector512.Create(rows);
            r0Left = Vector512.MultiplyAddEstimate(row, left, r0Left);
            r0Middle = Vector512.MultiplyAddEstimate(row, middle, r0Middle);
            r0Right = Vector512.MultiplyAddEstimate(row, right, r0Right);
            row = Vector512.Create(Unsafe.Add(ref rows, 1));
            r1Left = Vector512.MultiplyAddEstimate(row, left, r1Left);
            r1Middle = Vector512.MultiplyAddEstimate(row, middle, r1Middle);
            r1Right = Vector512.MultiplyAddEstimate(row, right, r1Right);
            row = Vector512.Create(Unsafe.Add(ref rows, 2));
            r2Left = Vector512.MultiplyAddEstimate(row, left, r2Left);
            r2Middle = Vector512.MultiplyAddEstimate(row, middle, r2Middle);
            r2Right = Vector512.MultiplyAddEstimate(row, right, r2Right);
            row = Vector512.Create(Unsafe.Add(ref rows, 3));
            r3Left = Vector512.MultiplyAddEstimate(row, left, r3Left);
            r3Middle = Vector512.MultiplyAddEstimate(row, middle, r3Middle);
            r3Right = Vector512.MultiplyAddEstimate(row, right, r3Right);
            row = Vector512.Create(Unsafe.Add(ref rows, 4));
            r4Left = Vector512.MultiplyAddEstimate(row, left, r4Left);
            r4Middle = Vector512.MultiplyAddEstimate(row, middle, r4Middle);
            r4Right = Vector512.MultiplyAddEstimate(row, right, r4Right);
            row = Vector512.Create(Unsafe.Add(ref rows, 5));
            r5Left = Vector512.MultiplyAddEstimate(row, left, r5Left);
            r5Middle = Vector512.MultiplyAddEstimate(row, middle, r5Middle);
            r5Right = Vector512.MultiplyAddEstimate(row, right, r5Right);
            rows = ref Unsafe.Add(ref rows, MatrixTile.Rows);
            columns = ref Unsafe.Add(ref columns, Columns);
        }

        Add(r0Left, r0Middle, r0Right, ref target);
        Add(r1Left, r1Middle, r1Right, ref Unsafe.Add(ref target, stride));
        Add(r2Left, r2Middle, r2Right, ref Unsafe.Add(ref target, 2 * stride));
        Add(r3Left, r3Middle, r3Right, ref Unsafe.Add(ref target, 3 * stride));
        Add(r4Left, r4Middle, r4Right, ref Unsafe.Add(ref target, 4 * stride));
        Add(r5Left, r5Middle, r5Right, ref Unsafe.Add(ref target, 5 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<float> left, Vector512<float> middle, Vector512<float> right, ref float target)
    {
        (Vector512.LoadUnsafe(ref target) + left).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref target, Width) + middle).StoreUnsafe(ref target, Width);
        (Vector512.LoadUnsafe(ref target, 2 * Width) + right).StoreUnsafe(ref target, 2 * Width);
    }
}
