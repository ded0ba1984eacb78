using System.Text.RegularExpressions;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>What a subject is about, without the marks of answers and forwards that mail programs put before it.</summary>
internal static partial class SubjectLine
{
    private const int MostMarks = 20;

    /// <summary>The subject for comparison; empty when nothing is left.</summary>
    public static string Base(string? subject)
    {
        var rest = FoldedText.Of(subject ?? string.Empty).Trim();
        for (var i = 0; i < MostMarks && Mark().Match(rest) is { Success: true } mark; i++)
        {
            rest = rest[mark.Length..];
        }

        return Blanks().Replace(Reference().Replace(rest, " "), " ").Trim();
    }

    // Folded, a full-width colon is a plain one.
    [GeneratedRegex(
        @"^(?:re|r|fw|fwd|aw|antw|antwort|wg|sv|vs|vl|vb|odp|pd|rif|i|res|enc|rv|tr|ref|ynt|ilt|hl|vá|továbbítás|bls|trs|回复|回覆|答复|转发|轉寄|返信|転送)\s*(?:\[\d+\]|\(\d+\)|\*\d+)?\s*:\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[[^\[\]]{0,40}c-[0-9]{6,19}\]|(?<![\p{L}\p{Nd}_\-])c-[0-9]{6,19}(?![\p{L}\p{Nd}_\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
