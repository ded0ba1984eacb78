using Crm.Analytics.Intervals;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Profit;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Retention;
using Crm.Analytics.Seasonality;
using Crm.Analytics.Segmentation;
using Crm.Analytics.Survival;

namespace Crm.Samples.Console.Analysis;

/// <summary>All that the report shows, computed from one log.</summary>
internal sealed record ReportFigures
{
    /// <summary>The share of the observed days that the calibration has.</summary>
    private const double CalibrationShare = 0.6;

    private const double HorizonDays = 365;

    public required PurchaseInput Input { get; init; }

    /// <summary>Where the purchases come from, as the reader knows it.</summary>
    public required string Source { get; init; }

    /// <summary>What customers are called, where the source knows more than a key.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The currency; null where the source does not say.</summary>
    public required string? Currency { get; init; }

    public required PurchaseLog Log { get; init; }

    public required CustomerSummaries Summaries { get; init; }

    public required SeasonalityFigures Months { get; init; }

    public required SeasonalityFigures Days { get; init; }

    public required IntervalTable Intervals { get; init; }

    public required IntervalSummary Interval { get; init; }

    public required NextPurchase?[] Next { get; init; }

    public required RfmTable Rfm { get; init; }

    public required RetentionTable Retention { get; init; }

    public required CustomerLifetimes Lifetimes { get; init; }

    public required KaplanMeier Survival { get; init; }

    public required LifetimeFigures Value { get; init; }

    public required ProfitTable Profit { get; init; }

    public required ReportRules Rules { get; init; }

    public required NextProductTable NextProducts { get; init; }

    /// <summary>The model judged by what it had not seen; null where the window is too short.</summary>
    public required BacktestReport<ModifiedBetaGeometricNbd>? Backtest { get; init; }

    /// <summary>Whether the model takes nearly everybody for a customer still, which says more about the window than about customers.</summary>
    public bool SeesNobodyLeave => Value.Total(Value.Model.ProbabilityAlive) > 0.99 * Value.Model.Customers;

    public ObservationWindow Window => Log.Window!;

    public static ReportFigures From(PurchaseInput input, AnalysisRequest request, string source, string? currency, int? silenceDays)
    {
        var log = ObservedLog.Build(input, request).Log;
        var summaries = CustomerSummaries.From(log, new SummaryOptions { Returns = request.Returns, DegreeOfParallelism = request.Threads });
        var customers = SummarisedCustomers.Of(summaries, request, TimeUnit.Week);
        var intervals = PurchaseIntervals.ByCustomer(log, new IntervalOptions { DegreeOfParallelism = request.Threads });
        var interval = intervals.Overall();
        var value = LifetimeFigures.Fit(customers, new LifetimeQuestion("mbgnbd", HorizonDays / 7));
        var lifetimes = CustomerLifetimes.BySilence(log, silenceDays ?? Silence(interval));
        return new ReportFigures
        {
            Input = input,
            Source = source,
            Currency = currency,
            Log = log,
            Summaries = summaries,
            Months = Series(log, CalendarPeriod.Month, 12),
            Days = Series(log, CalendarPeriod.Day, 7),
            Intervals = intervals,
            Interval = interval,
            Next = NextPurchases.From(intervals, new NextPurchaseOptions { DegreeOfParallelism = request.Threads }).All(request.Threads),
            Rfm = Crm.Analytics.Segmentation.Rfm.Score(summaries),
            Retention = CohortRetention.From(log, new RetentionOptions { Period = RetentionPeriod(log), Returns = request.Returns, DegreeOfParallelism = request.Threads }),
            Lifetimes = lifetimes,
            Survival = KaplanMeier.Estimate(lifetimes.Sample),
            Value = value,
            Profit = CustomerProfit.From(log),
            Rules = ReportRules.From(log, request.Threads),
            NextProducts = Offers(log, request.Threads),
            Backtest = BacktestOf(log, request),
        };
    }

    /// <summary>An amount with its currency.</summary>
    public string Money(double amount) => Currency is null ? Html.Number(amount) : $"{Html.Number(amount)} {Currency}";

    /// <summary>The days of silence that nine in ten intervals do not reach, at least a month.</summary>
    private static int Silence(IntervalSummary interval) => Math.Clamp((int)Math.Ceiling(interval.Percentile90Days ?? 90), 30, 730);

    private static NextProductTable Offers(PurchaseLog log, int? threads)
    {
        var owned = OwnedProducts.From(log);
        return Crm.Analytics.Recommendations.NextProducts.From(owned, ItemKnn.Fit(owned, new ItemKnnOptions { DegreeOfParallelism = threads }), new NextProductOptions { Count = 1, DegreeOfParallelism = threads });
    }

    private static SeasonalityFigures Series(PurchaseLog log, CalendarPeriod period, int season) =>
        SeasonalityFigures.From(log, new SeriesQuestion(period, SeriesMeasure.Revenue, season, SeasonalForm.Additive, 1), withProducts: false);

    // A table of more than twenty cohorts is no picture any more.
    private static CalendarPeriod RetentionPeriod(PurchaseLog log) => log.Window!.Days switch
    {
        < 100 => CalendarPeriod.Week,
        < 620 => CalendarPeriod.Month,
        < 1_900 => CalendarPeriod.Quarter,
        _ => CalendarPeriod.Year,
    };

    private static BacktestReport<ModifiedBetaGeometricNbd>? BacktestOf(PurchaseLog log, AnalysisRequest request)
    {
        var end = log.Window!.First.PlusDays((int)(log.Window.Days * CalibrationShare));
        if (log.Window.Days < 28 || CustomerSummaries.From(log.Split(end).Calibration).Total().Frequency == 0)
        {
            return null;
        }

        return Crm.Analytics.Lifetime.Backtest.Run<ModifiedBetaGeometricNbd>(log, end, new BacktestOptions { Returns = request.Returns });
    }
}
