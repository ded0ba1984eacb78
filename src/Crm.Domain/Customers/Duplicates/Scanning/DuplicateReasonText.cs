using System.Globalization;

namespace Crm.Domain.Customers;

/// <summary>Reasons as one line of codes, which hold nothing of a customer.</summary>
internal static class DuplicateReasonText
{
    public static string Of(IReadOnlyList<DuplicateReason> reasons, int maxLength)
    {
        var text = string.Join(' ', reasons.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Field}:{r.Level}:{r.Weight:0.##}")));
        return text.Length <= maxLength ? text : text[..maxLength][..text.LastIndexOf(' ', maxLength - 1)];
    }

    public static IReadOnlyList<DuplicateReason> Read(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Where(r => r.Length == 3)
            .Select(r => new DuplicateReason(r[0], r[1], double.TryParse(r[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : 0)),
    ];
}
