using System.Globalization;
using System.Resources;
using System.Text;

namespace Crm.Domain.Primitives;

/// <summary>Looks up shipped translations; English stands beside the code that uses it.</summary>
internal static class CrmTexts
{
    private static readonly ResourceManager s_resources = new("Crm.Domain.Primitives.Texts.CrmTexts", typeof(CrmTexts).Assembly);

    private static readonly string[] s_languages = ["en", "de", "es", "it", "ro", "sv"];

    /// <summary>Whether there are texts in a culture's language; English stands in for others.</summary>
    public static bool IsShipped(CultureInfo culture) => s_languages.Contains(culture.TwoLetterISOLanguageName, StringComparer.Ordinal);

    public static string? Find(string key, CultureInfo culture) => s_resources.GetString(key, culture);

    /// <summary>"WaitingOnCustomer" becomes "Waiting on customer".</summary>
    public static string Words(string pascalCase)
    {
        var words = new StringBuilder(pascalCase.Length + 8);
        foreach (var c in pascalCase)
        {
            if (words.Length > 0 && char.IsUpper(c))
            {
                words.Append(' ').Append(char.ToLowerInvariant(c));
            }
            else
            {
                words.Append(c);
            }
        }

        return words.ToString();
    }
}
