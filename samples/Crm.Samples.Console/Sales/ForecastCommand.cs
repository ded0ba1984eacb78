using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm forecast FILE</c>.</summary>
internal static class ForecastCommand
{
    private static readonly Dictionary<string, ForecastPeriodLength> s_periods = new(StringComparer.Ordinal) { ["month"] = ForecastPeriodLength.Month, ["quarter"] = ForecastPeriodLength.Quarter };

    private static readonly Argument<string> s_file = new("FILE") { Description = "JSON with stages and deals, each with its events; - reads what is piped in." };
    private static readonly Option<string?> s_asOf = new("--as-of") { Description = "An instant, or a day, which stands for its end in UTC; the last event of the file by default.", HelpName = "INSTANT" };
    private static readonly Option<string> s_period = new("--period") { Description = "month or quarter.", DefaultValueFactory = _ => "month" };

    public static Command Create() => new Command("forecast", "What sales were expected at any moment, from the logs of deals.").With(s_file, s_asOf, s_period).Does((run, _) =>
    {
        var length = run.Get(s_period)!.OneOf("--period", s_periods);
        var asked = run.Get(s_asOf) is { } text ? Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"--as-of {text}: an instant such as 2026-06-01T08:00:00Z, or a day, was expected.") : default(Instant?);
        var file = ForecastFile.Read(TextSource.Of(run.Get(s_file)));
        var forecast = SalesForecast.AsOf(file.Deals, file.Stages, asked ?? file.Last ?? NodaConstants.UnixEpoch, new ForecastOptions { Length = length });
        run.Output.Write(Document(forecast, file.Rates), report => Show(report, forecast, file.Rates));
        return Task.CompletedTask;
    });

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
            ["funnel"] = forecast.Funnel.Select(f => new { Stage = f.Stage.Name, f.Reached, f.Won }),
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

        report.Heading("Funnel").Table(["Stage", "Reached", "Won"], forecast.Funnel.Select(f => new object?[] { f.Stage.Name, f.Reached, f.Won }));
    }
}
