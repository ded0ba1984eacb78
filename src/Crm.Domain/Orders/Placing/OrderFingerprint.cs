using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>Tells whether two requests under one key ask for the same.</summary>
internal static class OrderFingerprint
{
    private const char Separator = '\u001f';

    public static string? Of(NewOrder order) => order.ExternalId is null ? null : Hash(
        [order.PriceList, order.Currency?.Code, order.PlacedAt?.ToString(null, CultureInfo.InvariantCulture)],
        order.Lines.Select(l => new[] { l.Sku, Text(l.Quantity), Text(l.UnitPrice), Text(l.Discount), l.Description }));

    public static string Of(IEnumerable<PricedLine> lines) =>
        Hash([], lines.Select(l => new[] { l.Sku, Text(l.Quantity), Text(l.UnitPrice), Text(l.Discount), l.Description }));

    // Trailing zeros say nothing: 2 and 2.00 are the same request.
    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string? Text(Money? money) => money is null ? null : $"{Text(money.Amount)} {money.Currency.Code}";

    private static string Hash(IEnumerable<string?> head, IEnumerable<IEnumerable<string?>> lines)
    {
        var text = new StringBuilder().AppendJoin(Separator, head);
        foreach (var line in lines)
        {
            text.Append('\n').AppendJoin(Separator, line);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
