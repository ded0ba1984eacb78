using System.Runtime.InteropServices;
using Crm.Domain.Orders;
using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>One purchase line as it comes from the source.</summary>
/// <param name="Customer">Who bought. A row without a customer is left out of the log and counted.</param>
/// <param name="Day">The calendar day of the purchase in the business zone.</param>
/// <param name="Amount">What was paid for the line, at most four decimals; negative for a return.</param>
/// <param name="Quantity">How many units, at most four decimals; default 1.</param>
/// <param name="Product">What was bought; default none.</param>
/// <param name="Order">The order or invoice that the line belongs to; default none.</param>
/// <param name="Cost">What the goods cost the seller, at most four decimals; default unknown, which counts as zero.</param>
/// <remarks>A row is a return when its amount is negative, or zero with a negative quantity.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PurchaseRow(
    PurchaseKey Customer,
    LocalDate Day,
    decimal Amount,
    decimal Quantity = 1m,
    PurchaseKey Product = default,
    PurchaseKey Order = default,
    decimal? Cost = null)
{
    /// <summary>
    /// The row of one fact of the order book, keyed by customer, stock-keeping unit and order. Amounts of several currencies do
    /// not add up: filter the facts by currency first.
    /// </summary>
    /// <param name="fact">A sale, return or cancellation.</param>
    /// <returns>The row.</returns>
    public static PurchaseRow From(PurchaseFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new PurchaseRow(
            fact.CustomerId.Value, fact.PurchasedOn, fact.Amount.Amount, fact.Quantity, fact.Sku, fact.OrderId.Value, fact.Cost?.Amount);
    }
}
