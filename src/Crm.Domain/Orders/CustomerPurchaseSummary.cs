using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>
/// A customer's purchases of one currency, summed by the database: one row per customer reaches the analytics, however long
/// the history is. A purchase day is a day with at least one sale; returns and cancellations net out of the total.
/// </summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="PurchaseDays">Number of distinct days with a sale.</param>
/// <param name="First">The first day with a sale.</param>
/// <param name="Last">The last day with a sale.</param>
/// <param name="Orders">Number of orders with a sale.</param>
/// <param name="Total">Sales less returns and cancellations.</param>
/// <param name="FirstDayTotal">Sales of the first day, which spend models leave out.</param>
/// <param name="RepeatTotal">Sales less returns and cancellations of all days after the first with a sale.</param>
public sealed record CustomerPurchaseSummary(
    CustomerId CustomerId, int PurchaseDays, LocalDate First, LocalDate Last, int Orders, Money Total, Money FirstDayTotal, Money RepeatTotal)
{
    /// <summary>Repeat purchases: purchase days less one.</summary>
    public int Frequency => PurchaseDays - 1;

    /// <summary>Days from the first to the last purchase day.</summary>
    public int RecencyDays => Period.DaysBetween(First, Last);

    /// <summary>Mean total of the purchase days after the first, which spend models learn from; zero without a repeat, and below zero where more came back.</summary>
    public double Monetary => PurchaseDays < 2 ? 0 : (double)RepeatTotal.Amount / (PurchaseDays - 1);

    /// <summary>Days from the first purchase day to the end of observation, which models call T.</summary>
    /// <param name="asOf">The last day observed, not before <see cref="First"/>.</param>
    /// <returns>The age in days.</returns>
    public int AgeDays(LocalDate asOf) => Period.DaysBetween(First, asOf);
}
