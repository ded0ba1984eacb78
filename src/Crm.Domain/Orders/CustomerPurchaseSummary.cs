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
public sealed record CustomerPurchaseSummary(
    CustomerId CustomerId, int PurchaseDays, LocalDate First, LocalDate Last, int Orders, Money Total, Money FirstDayTotal);
