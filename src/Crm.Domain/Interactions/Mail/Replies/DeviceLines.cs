using System.Text;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Lines that mail programs add by themselves: "Sent from my …", "Get Outlook for …".</summary>
internal static class DeviceLines
{
    private const int MaxLine = 300;
    private const int MaxText = 140;
    private const int MaxWords = 9;
    private const int MaxFewWords = 6;

    /// <summary>Whether a program wrote the line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAlone">Whether blank lines are around it: there a line counts whose device is named by a common word.</param>
    /// <param name="isLast">Whether nothing of the author's follows: there a line counts whose device is not known at all.</param>
    public static bool IsDevice(ReadOnlySpan<char> line, bool isAlone, bool isLast)
    {
        if (line.Length > MaxLine || LineText.Trim(line) is not { Length: > 3 } trimmed)
        {
            return false;
        }

        var bare = WithoutLinks(trimmed).Trim();
        var text = FoldedText.Of(bare).Trim(' ', '(', ')', '<', '>', '[', ']', '*', '_', '~', '-', '.', '!', '。', '"', '“', '”');
        if (text.Length is < 4 or > MaxText)
        {
            return false;
        }

        var clause = FirstClause(text);
        var hasBrand = clause.AsSpan().ContainsAny(DeviceWords.Brands);
        var isPhrase = clause.Length == text.Length && bare is not [.., '.' or '!' or '?' or '。'];
        var isFramed = bare is ['(' or '<' or '[', ..];
        if (Begins(text, DeviceWords.Mine))
        {
            return hasBrand || clause.AsSpan(MineLength(text)).ContainsAny(DeviceWords.Devices) || (isPhrase && Words(text) <= MaxWords);
        }

        var isNamed = hasBrand || ((isAlone || isLast || isFramed) && isPhrase && clause.AsSpan().ContainsAny(DeviceWords.Devices));
        if (Begins(text, DeviceWords.Sent))
        {
            return Words(clause) <= MaxWords && (isNamed ? !IsMine(text) || (isPhrase && Words(text) <= MaxFewWords)
                : isPhrase && text.StartsWith("sent ", StringComparison.Ordinal) && Words(text) <= MaxFewWords && (isFramed || (isAlone && isLast)));
        }

        return (isPhrase && Words(text) <= MaxWords && text.AsSpan().ContainsAny(DeviceWords.Programs) && text.AsSpan().ContainsAny(DeviceWords.Platforms)
                && (Begins(text, DeviceWords.Get) || Ends(text, DeviceWords.Fetched)))
            || (Ends(text, DeviceWords.Endings) && Words(text) <= MaxWords + 2
                && (isNamed || (isPhrase && text.Contains(" from ", StringComparison.Ordinal) && Words(text) <= MaxFewWords - 1)));
    }

    private static bool Begins(string text, string[] beginnings) => beginnings.Any(words => text.StartsWith(words, StringComparison.Ordinal));

    private static bool Ends(string text, string[] endings) => endings.Any(words => text.EndsWith(words, StringComparison.Ordinal));

    private static int MineLength(string text) => DeviceWords.Mine.First(words => text.StartsWith(words, StringComparison.Ordinal)).Length - 1;

    // "From my iPhone": many sentences begin so.
    private static bool IsMine(string text) => text.StartsWith("from my ", StringComparison.Ordinal) || text.StartsWith("från ", StringComparison.Ordinal) || text.StartsWith("vanaf ", StringComparison.Ordinal);

    private static string FirstClause(string text)
    {
        var end = text.AsSpan().IndexOfAny(",;:!?");
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        end = stop >= 0 && (end < 0 || stop < end) ? stop : end;
        return end < 0 ? text : text[..end];
    }

    private static int Words(string text) => text.AsSpan().Count(' ') + 1;

    /// <summary>The line without addresses: <c>[name](address)</c> gives the name, and an address in brackets nothing.</summary>
    private static string WithoutLinks(ReadOnlySpan<char> line)
    {
        if (line.IndexOf("](") < 0 && line.IndexOf("http", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return line.ToString();
        }

        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line[i..];
            var close = rest[0] is '<' or '(' && rest[1..].StartsWith("http", StringComparison.OrdinalIgnoreCase) ? rest.IndexOfAny('>', ')')
                : rest.StartsWith("](") ? rest.IndexOf(')')
                : -1;
            if (close > 0)
            {
                i += close;
            }
            else
            {
                text.Append(rest[0]);
            }
        }

        return text.ToString();
    }
}
