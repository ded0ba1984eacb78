using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crm.Analytics.Grouping;

/// <summary>
/// Memory for rows that are being ordered, used by one step after the other: fresh memory of this size costs more to obtain than
/// to fill, and would be held twice. Not for use by two steps at once.
/// </summary>
internal sealed class RowScratch
{
    private Word[] _words = [];

    /// <summary>Room for some rows, with whatever an earlier step left in it.</summary>
    public Span<T> Rows<T>(int count)
        where T : struct
    {
        var words = (int)((((long)count * Unsafe.SizeOf<T>()) + Unsafe.SizeOf<Word>() - 1) / Unsafe.SizeOf<Word>());
        if (_words.Length < words) _words = GC.AllocateUninitializedArray<Word>(words);
        return MemoryMarshal.Cast<Word, T>(_words.AsSpan(0, words))[..count];
    }

    // Wider than every row, so that as many rows fit as an array has places.
    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Word;
}
