using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Ids of messages as headers hold them: one or several, in angle brackets or not.</summary>
internal static partial class MessageIds
{
    private const int MostRead = 100;
    private const int MaxLength = 2_000;

    /// <summary>One id without its brackets; null when there is none.</summary>
    public static string? Clean(string? text) => Storable(text is null ? null : Bracketed().Match(text) is { Success: true } found ? found.Groups[1].Value : text);

    /// <summary>Every id of a header, the last ones when there are very many.</summary>
    public static IEnumerable<string> All(string? text)
    {
        if (text is null)
        {
            return [];
        }

        var read = text.Length <= MostRead * MaxLength ? text : text[^(MostRead * MaxLength)..];
        var bracketed = Bracketed().Matches(read).Select(m => m.Groups[1].Value).ToList();
        return (bracketed.Count > 0 ? bracketed : [read]).TakeLast(MostRead).Select(Storable).OfType<string>();
    }

    private static string? Storable(string? text) =>
        WellFormed.Repair(string.Concat((text ?? "").Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')))).Normalize(NormalizationForm.FormC).Trim().Trim('<', '>').Trim()
            is { Length: > 0 and <= MaxLength } id ? id : null;

    [GeneratedRegex(@"<([^<>\s]{1,2000})>")]
    private static partial Regex Bracketed();
}
