using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// The one folding by which texts are compared: Unicode compatibility normalisation (NFKC) and the invariant lower case.
/// Stored folded columns, operands of criteria and keys of look-ups all use it and compare the outcome ordinally.
/// </summary>
public static class FoldedText
{
    /// <summary>Folds a text.</summary>
    /// <param name="text">Any text; ill-formed UTF-16 counts as U+FFFD.</param>
    /// <returns>The folded text; folding it again changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text)
            ? text.ToLowerInvariant()
            // Lower case can compose anew (J with caron has no code point of its own, j with caron has), hence the second pass.
            : WellFormed.Repair(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Folds a text for a column: compatibility composition can lengthen it, and what lies beyond is cut.</summary>
    internal static string Of(string text, int maxLength)
    {
        var folded = Of(text);
        return folded.Length <= maxLength ? folded : folded[..(char.IsHighSurrogate(folded[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
