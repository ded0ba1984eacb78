using System.Collections.Frozen;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Finds the lines above a mail passed on or answered: "-----Original Message-----", "Begin forwarded message:".</summary>
internal static class ForwardMarkers
{
    private const int MaxLine = 160;
    private const int MaxPhrase = 60;
    private const string Rule = "-_=*~+—–\u2500 \t\u00A0";

    private static readonly FrozenSet<string> s_phrases = QuoteHeaderWords.Original.Select(phrase => FoldedText.Of(phrase)).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_begin = s_phrases.Where(phrase => phrase.StartsWith("begin ", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    public static void Mark(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.IsCode[i] && lines.Kinds[i] is ReplyLineKind.Text or ReplyLineKind.Quote && lines[i].Length <= MaxLine && IsMarker(lines, i))
            {
                lines.Kinds[i] = ReplyLineKind.Header;
            }
        }
    }

    private static bool IsMarker(ReplyLines lines, int index)
    {
        var text = LineText.Trim(LineText.Trim(lines[index]).TrimStart(">| \t*"));
        var inner = LineText.Trim(text.Trim(Rule));
        var front = text.Length - text.TrimStart(Rule).Length;
        var back = text.Length - text.TrimEnd(Rule).Length;
        if (inner.IsEmpty || inner.Length > MaxLine - 4)
        {
            return false;
        }

        var phrase = FoldedText.Of(inner.ToString()).TrimEnd(':', ' ');
        if (front >= 2 || back >= 2)
        {
            return s_phrases.Contains(phrase)
                || (front >= 2 && back >= 2 && QuoteHeaderWords.PassedOnBy.Any(words => phrase.StartsWith(words, StringComparison.Ordinal)))
                || (front >= 4 && back >= 4 && phrase.Length <= MaxPhrase && IsAboveField(lines, index));
        }

        return s_phrases.Contains(phrase) && (s_begin.Contains(phrase) || inner is [.., ':' or '\uFF1A'] || IsAboveField(lines, index)) && phrase != "message";
    }

    private static bool IsAboveField(ReplyLines lines, int index) =>
        lines.NextFilled(index) is var next && next < lines.Count && MailFieldNames.Of(lines[next], out _) != MailField.None;
}
