using System.Buffers;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Lines behind which the author's words have ended: <c>-- </c>, rules of other marks, and "reply above this line".</summary>
internal static class Delimiters
{
    private const int MaxMarker = 160;
    private const int MinDoubleUnderline = 4;
    private const int MinUnderline = 6;

    // The last but three is the character that some mail trackers leave where their picture was.
    private static readonly SearchValues<char> s_marks = SearchValues.Create("-_,=+~#*\u1427\u2013\u2014\u2015");

    private static readonly string[] s_above =
    [
        "above this line", "oberhalb dieser linie", "oberhalb dieser zeile", "über dieser zeile", "über dieser linie", "au-dessus de cette ligne", "sopra questa riga", "sopra questa linea",
        "encima de esta línea", "acima desta linha", "deasupra acestei linii", "deasupra acestui rând", "ovanför den här raden", "ovanför denna rad", "ovanför den här linjen", "ovanför denna linje", "boven deze regel", "boven deze lijn",
        "over denne linje", "over denne linjen", "tämän rivin yläpuolelle", "tämän viivan yläpuolelle", "powyżej tej linii", "powyżej tego wiersza", "nad tento řádek", "nad tuto čáru", "nad tímto řádkem",
        "выше этой строки", "выше этой линии", "над этой строкой", "над этой чертой", "この行より上", "この線より上", "在此行上方", "此行以上", "此线以上", "此行之上",
    ];

    public static bool IsDelimiter(ReadOnlySpan<char> line)
    {
        var text = LineText.Trim(line);
        return !text.IsEmpty && (text.IndexOfAnyExcept(s_marks) < 0 || IsReplyAbove(text));
    }

    /// <summary>Whether the marks are part of the author's text: they underline a heading, or stand among lines that begin with the same mark.</summary>
    public static bool IsInText(ReplyLines lines, int index)
    {
        var text = LineText.Trim(lines[index]);
        var before = index > 0 ? LineText.Trim(lines[index - 1]) : default;
        var after = index + 1 < lines.Count ? LineText.Trim(lines[index + 1]) : default;
        if (text.Length == 1 && text[0] is '-' or '+' or '*' or '#')
        {
            return IsItem(before, text[0]) || IsItem(after, text[0]);
        }

        // A short rule stands below a short name in a signature.
        return text.Length >= (text[0] == '=' ? MinDoubleUnderline : MinUnderline) && text[0] is '=' or '-' or '~' && text.IndexOfAnyExcept(text[0]) < 0
            && before.Length > 0 && Math.Abs(before.Length - text.Length) <= 1
            && (index == 1 || LineText.IsBlank(lines[index - 2])) && lines.NextFilled(index) < lines.Count;
    }

    private static bool IsItem(ReadOnlySpan<char> line, char mark) => line.Length > 1 && line[0] == mark && line.IndexOfAnyExcept(s_marks) >= 0;

    private static bool IsReplyAbove(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxMarker || char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        var folded = FoldedText.Of(text.ToString());
        return s_above.Any(words => folded.Contains(words, StringComparison.Ordinal));
    }
}
