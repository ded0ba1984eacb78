using System.Globalization;

namespace Crm.Domain.Customers;

/// <summary>What one column holds, as <see cref="LayoutColumn.Target"/> says it: <c>field[.use][#n]</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Use">Folded use, or empty.</param>
/// <param name="Group">Which of several; 0 for the only one.</param>
internal readonly record struct ImportTarget(ImportField Field, string Use, int Group)
{
    private static readonly string[] s_uses = ["work", "home", "other", "billing", "shipping"];
    private static readonly Dictionary<string, ImportField> s_fields = Enum.GetValues<ImportField>().ToDictionary(f => f.ToString(), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> FieldNames => s_fields.Keys.Select(n => char.ToLowerInvariant(n[0]) + n[1..]);

    public static bool TryParse(string text, out ImportTarget target)
    {
        target = default;
        var (rest, group) = (text.Trim(), 0);
        if (rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark)
        {
            if (rest[(mark + 1)..] is var digits && digits != "{n}" && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out group))
            {
                return false;
            }

            rest = rest[..mark];
        }

        var parts = rest.Split('.', 2);
        var use = parts.Length == 2 ? parts[1].ToLowerInvariant() : string.Empty;
        if (!s_fields.TryGetValue(parts[0], out var field) || (parts.Length == 2 && !s_uses.Contains(use)))
        {
            return false;
        }

        target = new ImportTarget(field, use, group);
        return true;
    }
}
