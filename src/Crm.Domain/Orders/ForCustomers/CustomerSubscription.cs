using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A subscription as its customer may see it.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Description">What is subscribed to.</param>
/// <param name="Quantity">How much each period brings.</param>
/// <param name="UnitPrice">The price of one for one period.</param>
/// <param name="NextPrice">The price from the next period on; null where it stays.</param>
/// <param name="PeriodMonths">How long a period is, in months.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="NextOn">The day on which the next period is due, or the subscription ends where that was asked for; null once it is over.</param>
/// <param name="EndsWithPeriod">Whether it ends on <paramref name="NextOn"/> instead of going on.</param>
/// <param name="EndedOn">The first day on which it was over; null while it is not.</param>
public sealed record CustomerSubscription(
    SubscriptionId Id, SubscriptionNumber Number, CustomerId CustomerId, string Sku, string Description, decimal Quantity, Money UnitPrice, Money? NextPrice, int PeriodMonths,
    SubscriptionStatus Status, LocalDate StartsOn, LocalDate? NextOn, bool EndsWithPeriod, LocalDate? EndedOn)
{
    internal static CustomerSubscription Of(Subscription found) => new(
        found.Id, found.Number, found.CustomerId, found.Sku, found.Description, found.Quantity, found.UnitPrice, found.NextPrice, found.PeriodMonths,
        found.Status, found.StartsOn, found.NextOn, found.IsAtItsEnd, found.EndedOn);
}
