using System.CommandLine;
using Crm.Analytics.Seasonality;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze seasonality</c>: trend and season of what is bought, or of any series.</summary>
internal static class SeasonalityCommand
{
    private static readonly Dictionary<string, SeriesMeasure> s_measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["revenue"] = SeriesMeasure.Revenue,
        ["quantity"] = SeriesMeasure.Quantity,
        ["buyers"] = SeriesMeasure.Buyers,
    };

    private static readonly Dictionary<string, SeasonalForm> s_forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["additive"] = SeasonalForm.Additive,
        ["multiplicative"] = SeasonalForm.Multiplicative,
    };

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var period = PeriodOption.Create();
        var measure = new Option<string>("--measure") { Description = "revenue, quantity or buyers", DefaultValueFactory = _ => "revenue" };
        var season = new Option<int?>("--season") { Description = "Values per season; by default those of a year (days: of a week).", HelpName = "N" };
        var form = new Option<string>("--form") { Description = "additive (the season is an amount) or multiplicative (a factor)", DefaultValueFactory = _ => "additive" };
        var ahead = new Option<int>("--ahead") { Description = "How many values to forecast.", DefaultValueFactory = _ => 12, HelpName = "N" };
        var value = new Option<string?>("--value") { Description = "Take this column of the file as the series, row by row, instead of purchases.", HelpName = "COL" };
        return new Command("seasonality", "Trend, season and forecast of what is bought, or of any series.")
            .With([.. options.All, period, measure, season, form, ahead, value]).Does(async (run, token) =>
        {
            var cut = run.ReadPeriod(period);
            var question = new SeriesQuestion(
                cut, (run.Get(measure) ?? "").OneOf("--measure", s_measures), run.Get(season) ?? ValuesPerSeason(cut.ToString()),
                (run.Get(form) ?? "").OneOf("--form", s_forms), InRange("--ahead", run.Get(ahead), 1, 1_000));
            InRange("--season", question.Season, run.Get(season) is null ? 0 : 2, 10_000);
            var request = options.Read(run, columnsOf: run.Get(value) is null ? null : SeriesFile.Names);
            var series = run.Get(value) is { } column ? SeriesFile.Read(request, column) : null;
            var input = series is null ? await PurchaseInputs.ReadAsync(request, token) : null;
            var (found, timing) = await Timing.MeasureAsync(request, "Seasonality", () => series is null ? From(input!, request, question) : SeasonalityFigures.From(series, question));
            run.Output.Write(Document(request, input, found, timing), report => Print(report, request, found));
        });
    }

    private static SeasonalityFigures From(PurchaseInput input, AnalysisRequest request, SeriesQuestion question)
    {
        try
        {
            return SeasonalityFigures.From(ObservedLog.Build(input, request).Log, question);
        }
        catch (ArgumentException tooMany) when (tooMany is not ArgumentOutOfRangeException)
        {
            throw CommandFailure.Refused("TooManyPeriods", tooMany.Message, "period");
        }
    }

    private static object Document(AnalysisRequest request, PurchaseInput? input, SeasonalityFigures found, Timing timing) => new
    {
        Period = found.StartOf is null ? null : found.Question.Period.ToString(),
        Measure = found.StartOf is null ? (SeriesMeasure?)null : found.Question.Measure,
        found.Question.Season,
        found.Question.Form,
        input?.RowsRead,
        input?.RowsWithoutCustomer,
        found.Warnings,
        found.Classical?.Figure,
        SeasonalStrength = found.Stl?.SeasonalStrength,
        TrendStrength = found.Stl?.TrendStrength,
        Series = found.Values.Select((v, i) => new { Start = found.StartOf?.Invoke(i), Value = v }),
        Classical = Parts(found.Classical),
        Stl = Parts(found.Stl),
        HoltWinters = found.HoltWinters is { } smoothed
            ? new { smoothed.Alpha, smoothed.Beta, smoothed.Gamma, Sse = smoothed.SquaredErrors, smoothed.Level, smoothed.Slope }
            : null,
        Forecasts = found.Forecasts.Select((f, i) => new { Start = found.StartOf?.Invoke(found.Values.Length + i), f.Value, f.Lower, f.Upper }),
        PerProduct = Listing.Of(found.Products.Count, request.Top, i => found.Products[i].Total).Select(i => found.Products[i]),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static object? Parts(Decomposition? parts) => parts is null
        ? null
        : new
        {
            parts.Figure, parts.SeasonalStrength, parts.TrendStrength, RemainderSquares = parts.Remainder.Sum(r => r * r), parts.Trend, parts.Seasonal, parts.Remainder,
        };

    private static void Print(Report report, AnalysisRequest request, SeasonalityFigures found)
    {
        report
            .Fields(
                ("Values", found.Values.Length), ("Season", found.Question.Season), ("Strength of the season", found.Stl?.SeasonalStrength),
                ("Strength of the trend", found.Stl?.TrendStrength), ("Holt-Winters alpha", found.HoltWinters?.Alpha), ("beta", found.HoltWinters?.Beta), ("gamma", found.HoltWinters?.Gamma))
            .Fields(found.Warnings.Select(w => (w.Code.ToString(), (object?)w.Message)))
            .Table(
                ["Start", "Value", "Trend", "Season"],
                found.Values.Select((v, i) => new object?[] { found.StartOf?.Invoke(i) ?? (object)(i + 1), v, found.Classical?.Trend[i], found.Classical?.Seasonal[i] }))
            .Heading("Forecast")
            .Table(
                ["Start", "Value", "From", "To"],
                found.Forecasts.Select((f, i) => new object?[] { found.StartOf?.Invoke(found.Values.Length + i) ?? (object)(found.Values.Length + i + 1), f.Value, f.Lower, f.Upper }));
        if (found.Products.Count > 0)
        {
            report.Heading("Products").Table(
                ["Product", "Total", "Strength of the season", "Strength of the trend"],
                Listing.ForPeople(found.Products.Count, request.Top, i => found.Products[i].Total).Select(i => found.Products[i])
                    .Select(p => new object?[] { p.Product, p.Total, p.SeasonalStrength, p.TrendStrength }));
        }
    }

    private static int ValuesPerSeason(string period) => period switch
    {
        "1 day" => 7,
        "7 days" => 52,
        "1 month" => 12,
        "3 months" => 4,
        _ => 0,
    };

    private static int InRange(string option, int number, int least, int most) => number >= least && number <= most
        ? number
        : throw CommandFailure.Usage($"{option} {number}: {least} to {most} is expected.");
}
