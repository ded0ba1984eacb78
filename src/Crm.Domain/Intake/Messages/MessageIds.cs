using System.Text;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Ids of messages as headers hold them: one or several, in angle brackets or not.</summary>
internal static class MessageIds
{
    private const int MostRead = 100;
    private const int MaxLength = 2_000;

    /// <summary>One id without its brackets; null when there is none.</summary>
    public static string? Clean(string? text) => Storable(text is not null && Bracketed(text) is [var first, ..] ? first : text);

    /// <summary>Every id of a header, the last ones when there are very many.</summary>
    public static IEnumerable<string> All(string? text)
    {
        if (text is null)
        {
            return [];
        }

        var read = text.Length <= MostRead * MaxLength ? text : text[^(MostRead * MaxLength)..];
        var bracketed = Bracketed(read);
        return (bracketed.Count > 0 ? bracketed : [read]).TakeLast(MostRead).Select(Storable).OfType<string>();
    }

    private static string? Storable(string? text) =>
        WellFormed.Repair(string.Concat((text ?? "").Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')))).Normalize(NormalizationForm.FormC).Trim().Trim('<', '>').Trim()
            is { Length: > 0 and <= MaxLength } id ? id : null;

    private static List<string> Bracketed(string text)
    {
        var found = new List<string>();
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '>' && start >= 0 && i > start)
            {
                found.Add(text[start..i]);
            }

            start = text[i] == '<' ? i + 1 : text[i] == '>' || char.IsWhiteSpace(text[i]) ? -1 : start;
        }

        return found;
    }
}
