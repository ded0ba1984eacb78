using System.Globalization;
using Crm.Domain.Customers;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Insights;

/// <summary>A place in a list of figures: the last row of a page, by what it is ordered by and its customer.</summary>
/// <param name="Number">The probability or value; zero in a list by day.</param>
/// <param name="Day">The day; null in a list by number.</param>
/// <param name="CustomerId">The customer.</param>
public sealed record InsightPageKey(decimal Number, LocalDate? Day, CustomerId CustomerId)
{
    /// <summary>The key of a row in an order.</summary>
    /// <param name="row">The row.</param>
    /// <param name="order">The order.</param>
    /// <returns>The key.</returns>
    public static InsightPageKey Of(CustomerInsight row, InsightOrder order)
    {
        ArgumentNullException.ThrowIfNull(row);
        return order switch
        {
            InsightOrder.Overdue => new(0, row.OverdueSince, row.CustomerId),
            InsightOrder.LifetimeValue => new(row.LifetimeValue ?? 0, null, row.CustomerId),
            _ => new(row.ChurnProbability ?? 0, null, row.CustomerId),
        };
    }

    /// <summary>The key as text for a link or a command line.</summary>
    /// <returns>Number or day, and customer, joined by an underscore.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Day is { } day ? LocalDatePattern.Iso.Format(day) : Number.ToString("0.####", CultureInfo.InvariantCulture))}_{CustomerId.Value:N}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key, or null when the text is none.</returns>
    public static InsightPageKey? TryParse(string? text) => text?.Split('_') is [var value, var id] && Guid.TryParseExact(id, "N", out var guid) && guid != Guid.Empty
        ? LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var day) ? new(0, day, Customers.CustomerId.From(guid))
            : decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new(number, null, Customers.CustomerId.From(guid))
            : null
        : null;
}
