using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A subscription in a list.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Sku">The product.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UnitPrice">The price of one for one period.</param>
/// <param name="PeriodMonths">How long a period is, in months.</param>
/// <param name="Periods">How many periods began.</param>
/// <param name="NextOn">The day on which the next period is due; null once it is over.</param>
public sealed record SubscriptionSummary(
    SubscriptionId Id, SubscriptionNumber Number, CustomerId CustomerId, string Sku, SubscriptionStatus Status, Money UnitPrice, int PeriodMonths, int Periods, LocalDate? NextOn);
