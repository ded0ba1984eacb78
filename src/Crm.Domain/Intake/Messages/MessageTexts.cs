using System.Buffers;
using System.Text;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Makes texts of strangers fit to be stored.</summary>
internal static class MessageTexts
{
    private static readonly SearchValues<string> s_links = SearchValues.Create(["http://", "https://", "ftp://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text would end a header field, or a string in other programs.</summary>
    public static bool BreaksHeader(string? text) => text?.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0;

    /// <summary>One line: control characters and line separators are blanks, and what is too long is cut.</summary>
    public static string? Line(string? text, int maxLength)
    {
        if (text is null)
        {
            return null;
        }

        var line = WellFormed.Repair(string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))).Normalize(NormalizationForm.FormC).Trim();
        return line.Length == 0 ? null : Cut(line, maxLength).TrimEnd();
    }

    /// <summary>Text of several lines. Only what no database keeps is replaced: NUL and broken surrogates.</summary>
    public static string Storable(string text) => WellFormed.Repair(text.Replace('\0', '\uFFFD'));

    /// <summary>The start of a text that does not end in half a character.</summary>
    public static string Cut(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];

    /// <summary>The text of a message: its plain text, or what a reader sees of its HTML.</summary>
    public static string? Of(InboundMessage message) => !string.IsNullOrWhiteSpace(message.Text) ? Storable(message.Text)
        : string.IsNullOrWhiteSpace(message.Html) ? null
        : MailHtml.ToText(Storable(message.Html)) is { Length: > 0 } seen ? seen : null;

    /// <summary>The same text in which no link can be followed by a click, when it has more than so many.</summary>
    public static string WithoutLinks(string text, int maxLinks)
    {
        var links = Links(text);
        if (links.Count <= maxLinks)
        {
            return text;
        }

        var defused = new StringBuilder(text.Length + (2 * links.Count));
        var next = 0;
        foreach (var at in links)
        {
            var (mark, length) = text[at] switch { 'h' or 'H' => ("hxxp", 4), 'f' or 'F' => ("fxp", 3), _ => ("www[.]", 4) };
            defused.Append(text, next, at - next).Append(mark);
            next = at + length;
        }

        return defused.Append(text, next, text.Length - next).ToString();
    }

    private static List<int> Links(string text)
    {
        var found = new List<int>();
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(s_links) is >= 0 and var step; at++)
        {
            at += step;
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                found.Add(at);
            }

            at += 2;
        }

        return found;
    }
}
