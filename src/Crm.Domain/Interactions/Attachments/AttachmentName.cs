using System.Globalization;
using System.Text;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>
/// Makes a file name from outside harmless to show and to save under: no folder, no drive, no stream, no control, zero-width or
/// direction-changing character, nothing that file systems give a meaning to, no name of a device.
/// </summary>
public static class AttachmentName
{
    /// <summary>Longest name.</summary>
    public const int MaxLength = 200;

    private const string Unnamed = "attachment";

    private static readonly HashSet<string> s_devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cleans a name. A name that keeps nothing becomes <c>attachment</c>; the extension of a long one stays.</summary>
    /// <param name="name">The name, possibly with a path.</param>
    /// <returns>The clean name; cleaning it again changes nothing.</returns>
    public static string Clean(string? name)
    {
        var last = (name ?? string.Empty).AsSpan();
        last = last[(last.LastIndexOfAny('/', '\\') + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in WellFormed.Repair(last.ToString()).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD or 0x2044 or 0x2215 or 0x29F8 or 0xFF0F or 0xFF3C)
            {
                kept.Append('_');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (!IsHidden(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        var clean = Shorten(kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.'));
        var stem = clean.Split('.', 2)[0].TrimEnd();
        return clean.Length == 0 ? Unnamed : s_devices.Contains(stem) ? Shorten($"_{clean}") : clean;
    }

    // Control, format (zero width, direction) and unassigned or private characters, variation selectors, fillers that look empty.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 20 ? name[dot..] : string.Empty;
        var end = MaxLength - extension.Length;
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[end - 1]) ? end - 1 : end).TrimEnd([' ', '.']), extension);
    }
}
