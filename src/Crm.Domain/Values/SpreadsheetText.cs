namespace Crm.Domain.Values;

/// <summary>
/// Texts for files that people open in a spreadsheet: one that begins like a formula (<c>= + - @</c>, TAB, CR) gets an apostrophe
/// before it, which spreadsheets take for "this is text". Reading takes the apostrophe away again, so that every text comes back
/// as it was.
/// </summary>
public static class SpreadsheetText
{
    /// <summary>Makes a text harmless.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, with an apostrophe before it where it would begin a formula.</returns>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Begins(text, 0) ? $"'{text}" : text;
    }

    /// <summary>Takes back what <see cref="Escape"/> did.</summary>
    /// <param name="text">A text from a file.</param>
    /// <returns>The text as it was.</returns>
    public static string Unescape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && text[0] == '\'' && Begins(text, 1) ? text[1..] : text;
    }

    // Apostrophes before a formula count as its beginning, so that a text that has one already comes back with it.
    private static bool Begins(string text, int start)
    {
        var rest = text.AsSpan(start).TrimStart('\'');
        return rest.Length > 0 && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }
}
