using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Turns amounts into the business's own currency.</summary>
/// <remarks>Scoped service, for <see cref="SalesPipeline"/>.</remarks>
public sealed class BaseAmounts(SalesOptions options, IExchangeRates rates, IBusinessZone business)
{
    /// <summary>The zone in which closing is dated.</summary>
    internal DateTimeZone Zone => business.Zone;

    /// <summary>An amount at the rate of the day of an instant, rounded to the currency's minor unit.</summary>
    internal async Task<(Money? Amount, CrmRuling Ruling)> FreezeAsync(Money? amount, Instant at, CancellationToken cancellationToken)
    {
        if (amount is null || options.BaseCurrency is not { } own || own == amount.Currency)
        {
            return (amount, CrmRuling.Permitted);
        }

        var day = at.InZone(business.Zone).Date;
        return await rates.FindAsync(amount.Currency, own, day, cancellationToken).ConfigureAwait(false) is { } rate && rate > 0
            ? (Money.Round(amount.Amount * rate, own), CrmRuling.Permitted)
            : (null, CrmRuling.Refused(e => e.ExchangeRateMissing(amount.Currency.Code, own.Code)));
    }
}
