using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Crm.Domain.Values;

/// <summary>
/// Tells texts that look alike although they are written differently, such as <c>paypal</c> with a Cyrillic а. Follows
/// Unicode Technical Standard 39, section 4. For warnings and comparison only, never for display.
/// </summary>
public static class ConfusableText
{
    private static readonly FrozenDictionary<int, string> s_prototypes = Read();

    /// <summary>The skeleton of a text: look-alike characters replaced by one prototype, invisible ones left out.</summary>
    /// <param name="text">Any text; ill-formed UTF-16 counts as U+FFFD.</param>
    /// <returns>The skeleton; two texts look alike when their skeletons are equal. Case counts, as it does to the eye.</returns>
    public static string Skeleton(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in WellFormed.Repair(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (!IsIgnorable(rune.Value))
            {
                skeleton.Append(s_prototypes.GetValueOrDefault(rune.Value) ?? rune.ToString());
            }
        }

        return skeleton.ToString().Normalize(NormalizationForm.FormD);
    }

    /// <summary>Whether two different texts can be taken for one another.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when their skeletons are equal; also true for equal texts.</returns>
    public static bool AreLookAlike(string one, string other) => string.Equals(Skeleton(one), Skeleton(other), StringComparison.Ordinal);

    /// <summary>The prototype of one character, or null where it stands for itself.</summary>
    internal static string? PrototypeOf(Rune rune) => s_prototypes.GetValueOrDefault(rune.Value);

    // Default_Ignorable_Code_Point of the Unicode character database, unassigned ranges included.
    private static bool IsIgnorable(int code) => code is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    private static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(ConfusableText).Assembly.GetManifestResourceStream("Crm.Domain.Values.Confusables.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var prototypes = new Dictionary<int, string>(7_000);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var sides = line.Split(';');
            var prototype = string.Concat(sides[0].Split(' ').Select(code => char.ConvertFromUtf32(CodeOf(code))));
            foreach (var code in sides[1].Split(' '))
            {
                prototypes[CodeOf(code)] = prototype;
            }
        }

        return prototypes.ToFrozenDictionary();
    }

    private static int CodeOf(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
