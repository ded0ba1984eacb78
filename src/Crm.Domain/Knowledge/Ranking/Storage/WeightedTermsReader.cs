using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>Reads terms with weights that may be damaged: see <see cref="TermVector.OfWeighted"/>.</summary>
internal static class WeightedTermsReader
{
    /// <summary>Reads all terms.</summary>
    /// <exception cref="FormatException">The bytes are no terms with weights.</exception>
    public static IReadOnlyList<(string Term, int Weight)> Read(ReadOnlySpan<byte> packed)
    {
        if (packed.Length == 0)
        {
            return [];
        }

        var at = 1;
        var count = packed[0] == TermVector.WeightedFormat ? PackedBytes.ReadChecked(packed, ref at) : int.MaxValue;
        if (count > TermVector.MaxWeightedTerms)
        {
            throw PackedBytes.Damaged();
        }

        var terms = new (string, int)[count];
        Span<char> text = stackalloc char[4 * WordScanner.MaxWord];
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var shared = PackedBytes.ReadChecked(packed, ref at);
            var rest = PackedBytes.ReadChecked(packed, ref at);
            if (shared > length || rest > packed.Length - at || !Encoding.UTF8.TryGetChars(packed.Slice(at, rest), text[shared..], out var written))
            {
                throw PackedBytes.Damaged();
            }

            at += rest;
            length = shared + written;
            var weight = PackedBytes.ReadChecked(packed, ref at);
            terms[i] = weight is >= 1 and <= TermVector.MaxWeight ? (text[..length].ToString(), weight) : throw PackedBytes.Damaged();
        }

        return terms;
    }
}
