using Crm.Domain.Orders;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Books orders at the rates by which deals are closed.</summary>
internal sealed class BaseRates(SalesOptions options, IExchangeRates rates) : IBaseRates
{
    public async Task<BaseRate?> FindAsync(Currency from, LocalDate day, CancellationToken cancellationToken) =>
        options.BaseCurrency is not { } own ? null
        : own == from ? new BaseRate(own, 1)
        : await rates.FindAsync(from, own, day, cancellationToken).ConfigureAwait(false) is { } rate and > 0 ? new BaseRate(own, rate)
        : null;
}
