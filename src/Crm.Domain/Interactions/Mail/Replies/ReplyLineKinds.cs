namespace Crm.Domain.Interactions;

/// <summary>Says of every line of a mail what it is.</summary>
internal static class ReplyLineKinds
{
    public static void Assign(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            lines.Kinds[i] = LineText.IsBlank(line) ? ReplyLineKind.Blank
                : Delimiters.IsDelimiter(line) ? ReplyLineKind.Delimiter
                : QuoteMarks.IsQuoted(line) ? ReplyLineKind.Quote
                : ReplyLineKind.Text;
        }

        QuoteMarks.MarkEnclosed(lines);
        MarkDelimitersInText(lines);
        MailFrames.Mark(lines);
        ForwardMarkers.Mark(lines);
        HeaderBlocks.Mark(lines);
        QuoteHeaders.Mark(lines);
        MarkDevices(lines);
    }

    private static void MarkDelimitersInText(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Kinds[i] == ReplyLineKind.Delimiter && Delimiters.IsInText(lines, i))
            {
                lines.Kinds[i] = ReplyLineKind.Text;
            }
        }

        MailFrames.MarkCode(lines);
    }

    private static void MarkDevices(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Kinds[i] != ReplyLineKind.Text || lines.IsCode[i])
            {
                continue;
            }

            var next = lines.NextFilled(i);
            var isLast = next == lines.Count || lines.Kinds[next] is ReplyLineKind.Delimiter or ReplyLineKind.Quote or ReplyLineKind.Header or ReplyLineKind.Field;
            var isAlone = (i == 0 || lines.Kinds[i - 1] is not ReplyLineKind.Text) && (i + 1 == lines.Count || lines.Kinds[i + 1] is not ReplyLineKind.Text);
            if (DeviceLines.IsDevice(lines[i], isAlone, isLast))
            {
                lines.Kinds[i] = ReplyLineKind.Device;
            }
            else if (i > 0 && lines.Kinds[i - 1] == ReplyLineKind.Device && IsAddressOnly(lines[i]))
            {
                lines.Kinds[i] = ReplyLineKind.Device;
            }
        }
    }

    // The program's address, wrapped below its name.
    private static bool IsAddressOnly(ReadOnlySpan<char> line)
    {
        var text = LineText.Trim(line).Trim("<>()[]");
        return text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.Contains(' ');
    }
}
