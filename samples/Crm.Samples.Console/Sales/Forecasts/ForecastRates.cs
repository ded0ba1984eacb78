using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>What one unit of each currency is worth in the base currency, which is named as <c>base</c> or has the rate 1.</summary>
internal sealed record ForecastRates(Currency Base, IReadOnlyDictionary<Currency, decimal> Rates)
{
    public static ForecastRates Read(JsonPlace place, IReadOnlyList<DealHistory> deals)
    {
        var rates = new Dictionary<Currency, decimal>();
        var named = default(Currency);
        foreach (var (name, value) in place.Members)
        {
            if (name == "base")
            {
                named = CurrencyOf(value.Text, value);
            }
            else
            {
                rates[CurrencyOf(name, value)] = value.Number is > 0 and < 1e9 and var rate ? (decimal)rate : throw value.Unusable("A rate is more than 0.");
            }
        }

        var home = named ?? rates.Where(r => r.Value == 1).Select(r => r.Key).Order().FirstOrDefault() ?? throw place.Unusable("No base currency: name it as base, or give it the rate 1.");
        if (rates.TryGetValue(home, out var own) && own != 1)
        {
            throw place.Unusable($"The rate of the base currency {home} is 1.");
        }

        rates[home] = 1;
        return deals.Select(d => d.Currency).FirstOrDefault(c => !rates.ContainsKey(c)) is { } missing
            ? throw place.Unusable($"There is no rate for {missing}.")
            : new ForecastRates(home, rates);
    }

    public decimal Sum(IEnumerable<(Currency Currency, decimal Amount)> amounts) => amounts.Sum(a => a.Amount * Rates[a.Currency]);

    private static Currency CurrencyOf(string code, JsonPlace place) => Currency.TryFromCode(code, out var currency) ? currency : throw place.Unusable($"{code} is no currency of ISO 4217.");
}
