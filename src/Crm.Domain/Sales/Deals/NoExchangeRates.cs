using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Knows no rate; stands where the host registers none.</summary>
internal sealed class NoExchangeRates : IExchangeRates
{
    public Task<decimal?> FindAsync(Currency from, Currency to, LocalDate day, CancellationToken cancellationToken) => Task.FromResult<decimal?>(null);
}
