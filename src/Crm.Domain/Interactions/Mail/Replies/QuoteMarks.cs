namespace Crm.Domain.Interactions;

/// <summary>Lines that begin with the mark of a quotation.</summary>
internal static class QuoteMarks
{
    private const int MaxInitials = 4;
    private const int MinFence = 3;

    public static bool IsQuoted(ReadOnlySpan<char> line)
    {
        var text = LineText.Trim(line);
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] is '>' or '\uFF1E')
        {
            return true;
        }

        return text[0] == '|' ? !IsTableRow(text) : HasInitials(text);
    }

    /// <summary>Quotations between a line of <c>&gt;&gt;&gt;&gt;</c> and one of <c>&lt;&lt;&lt;&lt;</c>, or <c>&gt;&gt;&gt; Name &gt;&gt;&gt;</c> and <c>&lt;&lt;&lt; Name &lt;&lt;&lt;</c>.</summary>
    public static void MarkEnclosed(ReplyLines lines)
    {
        var open = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = LineText.Trim(lines[i]);
            if (text.Length < MinFence)
            {
                continue;
            }

            if (open >= 0 && IsFence(text, '<') && Name(text, '<').SequenceEqual(Name(LineText.Trim(lines[open]), '>')))
            {
                for (var quoted = open; quoted <= i; quoted++)
                {
                    lines.Kinds[quoted] = lines.Kinds[quoted] == ReplyLineKind.Blank ? ReplyLineKind.Blank : ReplyLineKind.Quote;
                }

                open = -1;
            }
            else if (IsFence(text, '>'))
            {
                open = i;
            }
        }
    }

    // <<<< or <<< Name <<<
    private static bool IsFence(ReadOnlySpan<char> text, char mark)
    {
        var front = text.Length - text.TrimStart(mark).Length;
        var back = text.Length - text.TrimEnd(mark).Length;
        return front >= MinFence && (front == text.Length ? front > MinFence : back >= MinFence);
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text, char mark) => LineText.Trim(text.Trim(mark));

    private static bool IsTableRow(ReadOnlySpan<char> text)
    {
        var inner = text.TrimStart("| \t>");
        return inner.Contains('|');
    }

    // JD> as mail programs of old marked whose words they are.
    private static bool HasInitials(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && letters <= MaxInitials && char.IsLetter(text[letters]))
        {
            letters++;
        }

        return letters is > 0 and <= MaxInitials && letters < text.Length && text[letters] == '>'
            && (letters + 1 == text.Length || text[letters + 1] is ' ' or '\t' or '>' or '\u00A0');
    }
}
