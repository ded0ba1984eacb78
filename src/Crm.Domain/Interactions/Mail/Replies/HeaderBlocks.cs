namespace Crm.Domain.Interactions;

/// <summary>Finds blocks "From: … Sent: … To: … Subject: …" above a quoted mail, in any order, bold or not, with blank or wrapped lines between.</summary>
internal static class HeaderBlocks
{
    private const int MaxFields = 24;
    private const int MaxWrapped = 6;
    private const int MinFields = 3;

    public static void Mark(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsOpen(lines, i) && MailFieldNames.Of(lines[i], out _) is not (MailField.None or MailField.Other))
            {
                i = Math.Max(i, MarkFrom(lines, i));
            }
        }
    }

    private static bool IsOpen(ReplyLines lines, int index) => !lines.IsCode[index] && lines.Kinds[index] is ReplyLineKind.Text or ReplyLineKind.Quote or ReplyLineKind.Header;

    /// <summary>Marks the block that begins here, if one does.</summary>
    /// <returns>The last line looked at for a block, so that none is looked at more than a few times.</returns>
    private static int MarkFrom(ReplyLines lines, int start)
    {
        var isQuoted = QuoteMarks.IsQuoted(lines[start]);
        var kinds = new HashSet<MailField>();
        var end = start;
        var count = 0;
        var isMail = HasMark(lines, start);
        var wrapped = 0;
        for (var i = start; i < lines.Count && count < MaxFields; i++)
        {
            if (IsEmpty(lines, i))
            {
                // Lines are doubled or not; words below a blank line are the mail's own.
                if (i + 1 < lines.Count && (IsEmpty(lines, i + 1) || !IsOpen(lines, i + 1) || MailFieldNames.Of(lines[i + 1], out _) == MailField.None))
                {
                    break;
                }

                continue;
            }

            if (!IsOpen(lines, i) || QuoteMarks.IsQuoted(lines[i]) != isQuoted)
            {
                break;
            }

            var field = MailFieldNames.Of(lines[i], out var value);
            if (field == MailField.None)
            {
                if (++wrapped > MaxWrapped)
                {
                    break;
                }

                continue;
            }

            wrapped = 0;
            kinds.Add(field);
            count++;
            end = i;
            isMail |= field is MailField.From or MailField.To && value.Contains('@');
        }

        return IsBlock(kinds, isMail) ? Take(lines, start, WithWrapped(lines, end)) : start;
    }

    private static bool IsEmpty(ReplyLines lines, int index) =>
        lines.Kinds[index] == ReplyLineKind.Blank || (lines.Kinds[index] == ReplyLineKind.Quote && LineText.Trim(lines[index]).TrimStart("> ").IsEmpty);

    // A form that a customer filled in can ask "From", "To" and "Date" too.
    private static bool IsBlock(HashSet<MailField> kinds, bool isMail)
    {
        var named = kinds.Count(kind => kind != MailField.Other);
        return (named >= MinFields && (kinds.Contains(MailField.Subject) || isMail) && (kinds.Contains(MailField.From) || kinds.Contains(MailField.Sent)))
            || (named >= 2 && isMail && kinds.Contains(MailField.From) && (kinds.Contains(MailField.Sent) || kinds.Contains(MailField.Subject)));
    }

    /// <summary>Whether the line is bold, or follows a rule or a line such as "-----Original Message-----".</summary>
    private static bool HasMark(ReplyLines lines, int start)
    {
        var before = start - 1;
        while (before >= 0 && lines.Kinds[before] == ReplyLineKind.Blank)
        {
            before--;
        }

        return LineText.Trim(lines[start]) is ['*', ..] || (before >= 0 && lines.Kinds[before] is ReplyLineKind.Delimiter or ReplyLineKind.Header);
    }

    // A subject or a list of recipients that goes on below, up to the blank line.
    private static int WithWrapped(ReplyLines lines, int end)
    {
        var last = end;
        while (last + 1 < lines.Count && last - end < MaxWrapped && lines.Kinds[last + 1] == ReplyLineKind.Text
            && (lines[last + 1] is [' ' or '\t', ..] || lines[last] is [.., ';' or ',']) && !LineText.IsBlank(lines[last + 1]))
        {
            last++;
        }

        return last;
    }

    private static int Take(ReplyLines lines, int start, int end)
    {
        for (var i = start; i <= end; i++)
        {
            lines.Kinds[i] = lines.Kinds[i] == ReplyLineKind.Blank ? ReplyLineKind.Blank : ReplyLineKind.Field;
        }

        return end;
    }
}
