using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Where the rate comes from at which an order is booked in the business's own currency.</summary>
public interface IBaseRates
{
    /// <summary>The rate of a day.</summary>
    /// <param name="from">The currency of the order.</param>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The rate; null when the business named no currency of its own, or no rate is known.</returns>
    Task<BaseRate?> FindAsync(Currency from, LocalDate day, CancellationToken cancellationToken);
}
