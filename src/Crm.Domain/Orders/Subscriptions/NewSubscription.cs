using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What is known of a subscription that is to start.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="PeriodMonths">How long a period is, in months: 1 for a month, 12 for a year; at most 120.</param>
public sealed record NewSubscription(CustomerId CustomerId, string Sku, int PeriodMonths)
{
    /// <summary>How much of the product each period brings; above zero.</summary>
    /// <value>1 by default.</value>
    public decimal Quantity { get; init; } = 1;

    /// <summary>The price of one for one period.</summary>
    /// <value>Null by default: what the catalogue says for the customer on the day it is started.</value>
    public Money? UnitPrice { get; init; }

    /// <summary>What is subscribed to, when it is not called as in the catalogue.</summary>
    /// <value>Null by default: the catalogue's name.</value>
    public string? Description { get; init; }

    /// <summary>The first day of the first period, in the business's own time zone.</summary>
    /// <value>Null by default: today.</value>
    public LocalDate? StartsOn { get; init; }

    /// <summary>How many periods it runs, those before included.</summary>
    /// <value>Null by default: until it is cancelled.</value>
    public int? MaxPeriods { get; init; }

    /// <summary>How many periods were bought before, in another system: they count as periods and make no purchases here.</summary>
    /// <value>Zero by default. With others, the period that is due next begins so many periods after <see cref="StartsOn"/>.</value>
    public int PeriodsBefore { get; init; }
}
