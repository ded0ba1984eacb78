using System.Buffers;

namespace Crm.Domain.Interactions;

/// <summary>What characters of a line count for nothing.</summary>
internal static class LineText
{
    private const string Invisible = "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\0";

    private static readonly string s_blanks = string.Concat(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)) + Invisible;
    private static readonly SearchValues<char> s_blankSet = SearchValues.Create(s_blanks);

    /// <summary>White space of any kind, and characters that show nothing.</summary>
    public static ReadOnlySpan<char> Blanks => s_blanks;

    public static bool IsBlank(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(s_blankSet) < 0;

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> line)
    {
        var start = line.IndexOfAnyExcept(s_blankSet);
        return start < 0 ? default : line[start..(line.LastIndexOfAnyExcept(s_blankSet) + 1)];
    }
}
