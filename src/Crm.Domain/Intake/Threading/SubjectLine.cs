using System.Text;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>What a subject is about, without the marks of answers and forwards that mail programs put before it.</summary>
internal static class SubjectLine
{
    private const int MostMarks = 20;
    private const int LongestMark = 20;

    // Folded, a full-width colon is a plain one.
    private static readonly HashSet<string> s_marks = new(
    [
        "re", "r", "fw", "fwd", "aw", "antw", "antwort", "wg", "sv", "vs", "vl", "vb", "odp", "pd", "rif", "i", "res", "enc", "rv", "tr", "ref", "ynt", "ilt", "hl", "vá", "továbbítás", "bls", "trs",
        "回复", "回覆", "答复", "转发", "轉寄", "返信", "転送",
    ], StringComparer.Ordinal);

    /// <summary>The subject for comparison; empty when nothing is left.</summary>
    public static string Base(string? subject)
    {
        var rest = FoldedText.Of(subject ?? string.Empty).AsSpan().Trim();
        for (var i = 0; i < MostMarks && MarkLength(rest) is > 0 and var length; i++)
        {
            rest = rest[length..].Trim();
        }

        return string.Join(' ', WithoutReferences(rest.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int MarkLength(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is < 1 or > LongestMark)
        {
            return 0;
        }

        // Some programs count: Re[2]: and Re(2):
        var mark = text[..colon].TrimEnd(")]0123456789").TrimEnd("[(*").Trim();
        return s_marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(mark) ? colon + 1 : 0;
    }

    private static string WithoutReferences(string text)
    {
        var kept = new StringBuilder(text.Length);
        var next = 0;
        foreach (var found in CaseNumberScan.Of(text).Where(s => s.Start >= 0).OrderBy(s => s.Start))
        {
            // A mark in brackets goes with its brackets.
            var (open, close) = (text.LastIndexOf('[', found.Start), text.IndexOf(']', Math.Min(found.End, text.Length - 1)));
            var isBracketed = open >= next && close >= found.End && text.IndexOfAny(['[', ']'], open + 1, found.Start - open - 1) < 0 && text.IndexOfAny(['[', ']'], found.End, close - found.End) < 0;
            var (start, end) = isBracketed ? (open, close + 1) : (found.Start, found.End);
            if (start >= next)
            {
                kept.Append(text, next, start - next).Append(' ');
                next = end;
            }
        }

        return kept.Append(text, next, text.Length - next).ToString();
    }
}
