using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>How a forecast is printed, wherever it comes from.</summary>
internal static class ForecastDocument
{
    public static void Print(Run run, Forecast forecast, ForecastRates? rates = null) => run.Output.Write(Document(forecast, rates), report => Show(report, forecast, rates));

    private static Dictionary<string, object> Document(Forecast forecast, ForecastRates? rates)
    {
        var document = new Dictionary<string, object>
        {
            ["asOf"] = forecast.AsOf,
            ["periods"] = forecast.Rows.Select(r => new
            {
                Period = r.Period.ToString(), r.Currency, r.Figures.Open, r.Figures.Weighted, r.Figures.Won, r.Figures.Lost, r.Figures.Expected,
                Deals = new { Open = r.Figures.OpenDeals, Won = r.Figures.WonDeals, Lost = r.Figures.LostDeals },
                ByCategory = Enum.GetValues<ForecastCategory>().ToDictionary(c => char.ToLowerInvariant(c.ToString()[0]) + c.ToString()[1..], r.Figures.In),
                ByOwner = r.ByOwner.ToDictionary(o => o.Key, o => new { o.Value.Open, o.Value.Weighted, o.Value.Won, o.Value.Lost }),
            }),
            ["undated"] = forecast.Undated.Select(u => new { u.Currency, Count = u.Figures.OpenDeals, u.Figures.Weighted, u.Figures.Open }),
            ["funnel"] = forecast.Funnel.Select(f => new { f.Stage, f.Reached, f.Won }),
        };
        if (rates is not null)
        {
            document["base"] = new
            {
                Currency = rates.Base,
                Periods = InBase(forecast, rates).Select(b => new { Period = b.Period.ToString(), b.Open, b.Weighted, b.Won, b.Lost }),
            };
        }

        return document;
    }

    private static IEnumerable<(ForecastPeriod Period, decimal Open, decimal Weighted, decimal Won, decimal Lost)> InBase(Forecast forecast, ForecastRates rates) =>
        forecast.Rows.GroupBy(r => r.Period).Select(p => (
            p.Key,
            rates.Sum(p.Select(r => (r.Currency, r.Figures.Open))),
            rates.Sum(p.Select(r => (r.Currency, r.Figures.Weighted))),
            rates.Sum(p.Select(r => (r.Currency, r.Figures.Won))),
            rates.Sum(p.Select(r => (r.Currency, r.Figures.Lost)))));

    private static void Show(Report report, Forecast forecast, ForecastRates? rates)
    {
        report.Line($"As of {forecast.AsOf}")
            .Table(
                ["Period", "Currency", "Open", "Weighted", "Won", "Lost", "Expected"],
                forecast.Rows.Select(r => new object?[] { r.Period.ToString(), r.Currency.Code, r.Figures.Open, r.Figures.Weighted, r.Figures.Won, r.Figures.Lost, r.Figures.Expected }));
        if (rates is not null)
        {
            report.Heading($"All in {rates.Base}").Table(
                ["Period", "Open", "Weighted", "Won", "Lost"],
                InBase(forecast, rates).Select(b => new object?[] { b.Period.ToString(), b.Open, b.Weighted, b.Won, b.Lost }));
        }

        if (forecast.Undated.Count > 0)
        {
            report.Heading("Open without a close date").Table(
                ["Currency", "Deals", "Open", "Weighted"],
                forecast.Undated.Select(u => new object?[] { u.Currency.Code, u.Figures.OpenDeals, u.Figures.Open, u.Figures.Weighted }));
        }

        report.Heading("Funnel").Table(["Stage", "Reached", "Won"], forecast.Funnel.Select(f => new object?[] { f.Name, f.Reached, f.Won }));
    }
}
