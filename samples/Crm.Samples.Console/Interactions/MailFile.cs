namespace Crm.Samples.Console.Interactions;

/// <summary>The text of a mail as it was saved, with or without its headers.</summary>
internal static class MailFile
{
    private static readonly HashSet<string> s_ofPrograms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Received", "Return-Path", "Delivered-To", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "DKIM-Signature", "Authentication-Results",
        "In-Reply-To", "References", "User-Agent", "X-Mailer", "Auto-Submitted", "Precedence", "List-Id", "X-Original-To", "X-Received",
    };

    private static readonly HashSet<string> s_ofPeople = new(StringComparer.OrdinalIgnoreCase) { "From", "To", "Cc", "Bcc", "Subject", "Date", "Reply-To", "Sender" };

    /// <summary>The text below the headers; all of it when the first lines are none.</summary>
    /// <remarks>A block that a mail program put above a quoted mail ("From, Sent, To, Subject") is part of the text: no mail has a header "Sent".</remarks>
    public static string BodyOf(string text)
    {
        using var lines = new StringReader(text);
        var names = new List<string>();
        var first = true;
        for (var line = lines.ReadLine(); line is not null; line = lines.ReadLine())
        {
            if (line.Length == 0)
            {
                return AreHeaders(names) ? lines.ReadToEnd() : text;
            }

            var isEnvelope = first && line.StartsWith("From ", StringComparison.Ordinal);
            first = false;
            if (isEnvelope || (names.Count > 0 && line[0] is ' ' or '\t'))
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !IsFieldName(line.AsSpan(0, colon)))
            {
                return text;
            }

            names.Add(line[..colon]);
        }

        return text;
    }

    private static bool AreHeaders(List<string> names) =>
        names.Count >= 2 && names.Count(name => s_ofPrograms.Contains(name) || s_ofPeople.Contains(name)) >= 2
        && names.Any(name => s_ofPrograms.Contains(name) || name.Equals("From", StringComparison.OrdinalIgnoreCase))
        && !names.Contains("Sent", StringComparer.OrdinalIgnoreCase);

    // RFC 5322 section 2.2: printable characters without blank and colon.
    private static bool IsFieldName(ReadOnlySpan<char> name) => name.IndexOfAnyExceptInRange('!', '~') < 0;
}
