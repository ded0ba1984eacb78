using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crm.Analytics.Recommendations;

/// <summary>Adds one row of numbers to another.</summary>
internal static class VectorSum
{
    public static void Add(ReadOnlySpan<float> row, Span<float> total)
    {
        ref var source = ref MemoryMarshal.GetReference(row);
        ref var target = ref MemoryMarshal.GetReference(total);
        var i = 0;
        for (; i <= row.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref source, (nuint)i) + Vector256.LoadUnsafe(ref target, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        for (; i < row.Length; i++) total[i] += row[i];
    }
}
