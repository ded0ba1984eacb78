using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Makes texts of strangers fit to be stored.</summary>
internal static partial class MessageTexts
{
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
    public static string WithoutLinks(string text, int maxLinks) => Link().Count(text) <= maxLinks
        ? text
        : Link().Replace(text, m => m.Value.EndsWith('.') ? "www[.]" : m.Value.Replace("tt", "xx", StringComparison.OrdinalIgnoreCase).Replace("ftp:", "fxp:", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:https?://|ftp://|www\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
