using System.Globalization;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales;

/// <summary>A line of a quote as it is typed: <c>SKU</c>, then any of <c>quantity=</c>, <c>price=</c>, <c>discount=</c>, <c>tax=</c>, <c>text=</c>, after commas.</summary>
internal static class QuoteLineText
{
    public const string Form = "[SKU][,quantity=N][,price=N][,discount=N%][,tax=N%][,text=…]";

    public static QuoteLineDetails Parse(string text, Currency currency)
    {
        var line = new QuoteLineDetails(1);
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, value) = parts[i].Split('=', 2) is [var n, var v] ? (n, v) : ("", parts[i]);
            line = name switch
            {
                "" when i == 0 => line with { Sku = value.Length == 0 ? null : value },
                "quantity" => line with { Quantity = Number(value) },
                "price" => line with { UnitPrice = new Money(Number(value), currency) },
                "discount" => line with { Discount = Percentage.FromPercent(Number(value.TrimEnd('%', ' '))) },
                "tax" => line with { TaxRate = Percentage.FromPercent(Number(value.TrimEnd('%', ' '))) },
                "text" => line with { Description = value },
                _ => throw CommandFailure.Usage($"--line {text}: {Form} was expected."),
            };
        }

        return line;

        decimal Number(string value) => Cells.ParseNumber(value) is { } number && decimal.Round(number, Money.MaxDecimals) == number
            ? number
            : throw CommandFailure.Usage(string.Create(CultureInfo.InvariantCulture, $"--line {text}: {value} is no number such as 12.5."));
    }
}
