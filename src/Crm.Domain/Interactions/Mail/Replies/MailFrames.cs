namespace Crm.Domain.Interactions;

/// <summary>Finds what frames the text: code between fences, the armour of signed mails, the unsubscribe line of lists.</summary>
internal static class MailFrames
{
    private const string Fence = "```";

    /// <summary>Lines of code between fences are the author's, whatever they look like. A fence that is never closed is none.</summary>
    public static void MarkCode(ReplyLines lines)
    {
        var open = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            if (open < 0)
            {
                open = lines[i][Fence.Length..].Trim().Contains(' ') ? -1 : i;
            }
            else if (lines[i].Trim().Length == Fence.Length)
            {
                lines.Kinds.AsSpan(open, i - open + 1).Fill(ReplyLineKind.Text);
                lines.IsCode.AsSpan(open, i - open + 1).Fill(value: true);
                open = -1;
            }
        }
    }

    /// <summary>RFC 4880 section 7; and the last line of some lists.</summary>
    public static void Mark(ReplyLines lines)
    {
        var signature = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd();
            if (line is "-----BEGIN PGP SIGNED MESSAGE-----")
            {
                lines.Kinds[i] = ReplyLineKind.Frame;
                if (i + 1 < lines.Count && lines[i + 1].StartsWith("Hash: ", StringComparison.OrdinalIgnoreCase))
                {
                    lines.Kinds[i + 1] = ReplyLineKind.Frame;
                }
            }
            else if (line is "-----BEGIN PGP SIGNATURE-----")
            {
                signature = i;
            }
            else if (line is "-----END PGP SIGNATURE-----" && signature >= 0)
            {
                lines.Kinds.AsSpan(signature, i - signature + 1).Fill(ReplyLineKind.Frame);
                signature = -1;
            }
            else if (line.StartsWith("Unsubscribe: ", StringComparison.OrdinalIgnoreCase) && line.Contains('@') && lines.NextFilled(i) >= lines.Count - 1)
            {
                lines.Kinds.AsSpan(i).Fill(ReplyLineKind.Frame);
            }
        }
    }
}
