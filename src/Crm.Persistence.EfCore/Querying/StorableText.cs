using System.Text;

namespace Crm.Persistence.EfCore.Querying;

/// <summary>Makes any text fit to be compared with: PostgreSQL fails on NUL and on broken surrogates, and nothing that is stored holds either.</summary>
internal static class StorableText
{
    public static string Of(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? Rune.ReplacementChar.ToString() : r.ToString()));
}
