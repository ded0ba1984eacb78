using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Where exchange rates come from. The host registers its own before <c>AddCrm</c>; without one, only amounts in the business's own currency have a base amount.</summary>
public interface IExchangeRates
{
    /// <summary>How much of one currency a unit of another is worth.</summary>
    /// <param name="from">The currency of the unit.</param>
    /// <param name="to">The other currency.</param>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The rate, more than zero; null when it is not known.</returns>
    Task<decimal?> FindAsync(Currency from, Currency to, LocalDate day, CancellationToken cancellationToken);
}
