using System.Buffers;

namespace Crm.Domain.Interactions;

/// <summary>Text above a quotation that does not answer it: a greeting, or the word that the answers are below.</summary>
internal static class ReplyGreetings
{
    /// <summary>More lines than these are an answer.</summary>
    public const int MaxLines = 3;

    private const int MaxWords = 4;

    private static readonly SearchValues<string> s_below = SearchValues.Create(
    [
        "below", "inline", "in-line", "in line", "interspersed", "unten", "ci-dessous", "plus bas", "dans le texte", "sotto", "di seguito", "abajo", "debajo", "más abajo", "abaixo", "mai jos", "nedan", "hieronder", "onderstaand", "tussendoor", "nedenfor", "under her", "alla", "poniżej", "níže", "ниже", "以下", "下面", "下記", "インライン",
    ], StringComparison.OrdinalIgnoreCase);

    public static bool AnnouncesAnswers(List<string> above) => above.Count <= MaxLines
        && (above.Any(line => line.AsSpan().ContainsAny(s_below)) || (above.Count == 1 && IsGreeting(LineText.Trim(above[0]))));

    private static bool IsGreeting(ReadOnlySpan<char> line) => line is [.., ',' or '!' or '\uFF0C' or '、']
        && line.Count(' ') < MaxWords && !line[..^1].ContainsAny(".!?,");
}
