using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>How amounts of one currency become amounts of the business's own.</summary>
/// <param name="Currency">The business's own currency.</param>
/// <param name="Rate">What one unit of the other currency is worth in it; more than zero.</param>
public sealed record BaseRate(Currency Currency, decimal Rate)
{
    /// <summary>An amount in the business's own currency, rounded to its minor unit; the same amount where it is in that currency already.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The other amount.</returns>
    public Money Of(Money amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return amount.Currency == Currency ? amount : Money.Round(amount.Amount * Rate, Currency);
    }
}
