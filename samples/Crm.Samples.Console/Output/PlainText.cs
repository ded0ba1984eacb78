namespace Crm.Samples.Console.Output;

/// <summary>Stored text is anybody's: what a terminal would obey is not printed.</summary>
internal static class PlainText
{
    public static string Of(string? text) => text is null
        ? ""
        : string.Concat(text.Select(c => c == '\n' ? '\n' : char.IsControl(c) ? ' ' : c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? ' ' : c));

    public static string Line(string? text) => Of(text?.ReplaceLineEndings(" "));
}
