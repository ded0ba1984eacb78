using System.Numerics;

namespace Crm.Domain.Knowledge;

/// <summary>Which letters a term has (27 bits, other letters share them) and how long it is (5 bits): a quick test of what cannot be alike.</summary>
internal static class LetterMask
{
    private const int Letters = 27;
    private const uint LetterBits = (1u << Letters) - 1;

    public static uint Of(ReadOnlySpan<char> term)
    {
        uint mask = 0;
        foreach (var letter in term)
        {
            mask |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : letter % Letters);
        }

        return mask | ((uint)Math.Min(term.Length, 31) << Letters);
    }

    /// <summary>Whether the terms can be within so many edits: an edit changes at most two letters and the length by one.</summary>
    public static bool CanBeWithin(int edits, uint first, uint second) =>
        Math.Abs((int)(first >> Letters) - (int)(second >> Letters)) <= edits && BitOperations.PopCount((first ^ second) & LetterBits) <= 2 * edits;
}
