using System.CommandLine;
using System.Globalization;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Orders;

/// <summary>How orders, prices, days and quantities are typed.</summary>
internal static class OrderTexts
{
    public const string LineForm = "SKU[,quantity=N][,price=N][,discount=N][,text=…]";

    public static readonly Option<string> Currency = new("--currency") { Description = "The currency of prices that are typed; EUR by default.", DefaultValueFactory = _ => "EUR" };

    public static Currency CurrencyOf(Run run) => CurrencyOf("--currency", run.Get(Currency)!);

    public static Currency CurrencyOf(string option, string code) =>
        Domain.Values.Currency.TryFromCode(code.ToUpperInvariant(), out var known) ? known : throw CommandFailure.Usage($"{option} {code}: a code of ISO 4217 was expected.");

    public static decimal Number(string option, string text) => Cells.ParseNumber(text) is { } number && decimal.Round(number, Money.MaxDecimals) == number
        ? number
        : throw CommandFailure.Usage(string.Create(CultureInfo.InvariantCulture, $"{option} {text}: a number such as 12.5 was expected."));

    public static LocalDate? Day(Run run, Option<string?> option) => run.Get(option) is not { } text ? null
        : Cells.ParseDay(text) ?? throw CommandFailure.Usage($"{option.Name} {text}: a day such as 2026-09-30 was expected.");

    public static NewOrderLine Line(string text, Currency currency)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var line = new NewOrderLine(parts[0], 1);
        foreach (var part in parts.Skip(1))
        {
            line = part.Split('=', 2) switch
            {
                ["quantity", var value] => line with { Quantity = Number("--line", value) },
                ["price", var value] => line with { UnitPrice = new Money(Number("--line", value), currency) },
                ["discount", var value] => line with { Discount = new Money(Number("--line", value), currency) },
                ["text", var value] => line with { Description = value },
                _ => throw CommandFailure.Usage($"--line {text}: {LineForm} was expected."),
            };
        }

        return line;
    }

    /// <summary>Lines of an order with how much of them: <c>2=1.5</c>, or <c>2</c> for all that is open of it.</summary>
    public static IReadOnlyList<OrderLineQuantity> Quantities(string[] texts, Order order)
    {
        if (texts.Length == 0)
        {
            return order.OpenLines();
        }

        return [.. texts.Select(text =>
        {
            var (number, quantity) = text.Split('=', 2) is [var n, var q] ? (n, (decimal?)Number("--line", q)) : (text, null);
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? new OrderLineQuantity(line, quantity ?? order.Lines.FirstOrDefault(l => l.Number == line)?.Open ?? 0)
                : throw CommandFailure.Usage($"--line {text}: the number of a line was expected, with =QUANTITY for a part of it.");
        })];
    }

    public static async Task<Order> OrderAsync(this CrmSession session, string key, CancellationToken token)
    {
        var found = OrderId.TryParse(key, null, out var id) ? await session.Orders.FindAsync(id, token)
            : key.Trim() is { Length: > 0 and <= OrderNumber.MaxLength } number ? await session.Orders.FindAsync(new OrderNumber(number.ToUpperInvariant()), token)
            : null;
        return found.OrFail(session.Errors.OrderNotFound(key));
    }
}
