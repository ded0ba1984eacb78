using Crm.Analytics.Intervals;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using NodaTime;

namespace Crm.Analytics.Insights;

/// <summary>From purchases to one row of figures for each customer: a pure function of the log, the day and the options.</summary>
internal sealed class InsightComputation
{
    private const double DaysPerYear = 365.25;
    private const double MaxStored = 9e14;

    private readonly InsightOptions _options;
    private readonly LocalDate _asOf;
    private readonly CustomerSummaries _summaries;
    private readonly RfmTable _scores;
    private readonly NextPurchase?[] _next;
    private readonly InsightModels _models;
    private readonly double[]? _alive;
    private readonly double[]? _expected;
    private readonly IReadOnlyList<double>? _value;
    private readonly IReadOnlyList<double>? _valueFrom;
    private readonly IReadOnlyList<double>? _valueTo;

    private InsightComputation(PurchaseLog log, LocalDate asOf, InsightOptions options, InsightBasis? known)
    {
        (_options, _asOf) = (options, asOf);
        var observed = log.Observe(asOf);
        _summaries = CustomerSummaries.From(observed, new SummaryOptions { AsOf = asOf, DegreeOfParallelism = options.DegreeOfParallelism });
        _scores = Rfm.Score(_summaries, options.Rfm);
        _models = known is null ? InsightModels.Fit(_summaries, options) : InsightModels.From(known, options.Model, options.Unit);
        var intervals = PurchaseIntervals.ByCustomer(observed, new IntervalOptions { AsOf = asOf, DegreeOfParallelism = options.DegreeOfParallelism });
        var next = NextPurchases.From(intervals, new NextPurchaseOptions { Level = options.NextPurchaseLevel, DegreeOfParallelism = options.DegreeOfParallelism });
        _next = next.All(options.DegreeOfParallelism);
        foreach (var warning in next.Warnings) _models.Warn(warning.Code.ToString(), $"Next purchases: {warning.Message}");
        if (_models.Purchases is not { } fit) return;

        var table = RecencyFrequencyTable.From(_summaries, options.Unit, options.DegreeOfParallelism);
        _alive = fit.Model.ProbabilityAlive(table);
        _expected = fit.Model.ExpectedPurchases(table, options.HorizonDays / options.Unit.Days());
        (_value, _valueFrom, _valueTo) = Values(fit, table);
    }

    /// <summary>The figures on every customer with a sale up to the day.</summary>
    /// <param name="log">The purchases, all of one currency; later ones do not count.</param>
    /// <param name="asOf">The last day observed.</param>
    /// <param name="options">How.</param>
    /// <param name="known">What an earlier run estimated, to be used again; null to estimate.</param>
    /// <param name="otherFacts">How many facts in other currencies there are.</param>
    /// <param name="runId">The run that the rows name.</param>
    /// <param name="now">The current instant.</param>
    public static InsightFigures From(
        PurchaseLog log, LocalDate asOf, InsightOptions options, InsightRun? known, int otherFacts, InsightRunId runId, Instant now)
    {
        var computed = new InsightComputation(log, asOf, options, known?.Basis);
        var rows = new List<CustomerInsight>(computed._summaries.Count);
        for (var i = 0; i < computed._summaries.Count; i++)
        {
            if (computed._summaries.PurchaseDays[i] > 0) rows.Add(computed.Row(i, runId, now));
        }

        var (facts, last) = computed.Observed(log);
        var data = new InsightData(facts, otherFacts, rows.Count, computed._summaries.Window?.First, last);
        return new InsightFigures(asOf, options.Currency, data, computed.Basis(), known?.Id, rows);
    }

    private (int Facts, LocalDate? LastDay) Observed(PurchaseLog log)
    {
        var (facts, last, end) = (0, CustomerSummaries.NoDay, DayNumber.FromDate(_asOf));
        foreach (var day in log.Days)
        {
            if (day > end) continue;
            facts++;
            last = Math.Max(last, day);
        }

        return (facts, facts == 0 ? null : DayNumber.ToDate(last));
    }

    private (IReadOnlyList<double> Value, IReadOnlyList<double>? From, IReadOnlyList<double>? To) Values(ModelFit<IPurchaseModel> fit, RecencyFrequencyTable table)
    {
        var value = _options.Value;
        if (_models.Spend is { } spend)
        {
            var predicted = LifetimeValue.Predict(_summaries, fit, spend, value);
            return (predicted.Predicted, predicted.Lower, predicted.Upper);
        }

        var length = _options.Unit.Days();
        var discounted = fit.Model.DiscountedPurchases(
            table, Math.Log(1 + value.AnnualDiscountRate) * length / DaysPerYear, value.HorizonDays is { } days ? days / length : double.PositiveInfinity);
        return (Array.ConvertAll(discounted, purchases => value.Margin * (_models.MeanSpend ?? 0) * purchases), null, null);
    }

    private CustomerInsight Row(int i, InsightRunId runId, Instant now)
    {
        var (summary, score, next) = (_summaries[i], _scores.Scores[i], _next[i]);
        var churn = Rounded(1 - _alive?[i]);
        return new CustomerInsight
        {
            CustomerId = CustomerId.From(summary.Customer.AsGuid()),
            RunId = runId,
            AsOf = _asOf,
            Currency = _options.Currency,
            Orders = summary.Orders,
            PurchaseDays = summary.PurchaseDays,
            FirstPurchaseOn = summary.FirstDay!.Value,
            LastPurchaseOn = summary.LastDay!.Value,
            Spent = summary.Total,
            AverageSpend = summary.Frequency == 0 ? null : Rounded(summary.Monetary),
            HistoricValue = decimal.Round(summary.Total * (decimal)_options.Value.Margin, 4),
            RecencyScore = score.Recency,
            FrequencyScore = score.Frequency,
            MonetaryScore = score.Monetary,
            Segment = _scores.SegmentOf(i),
            ChurnProbability = churn,
            ExpectedPurchases = Rounded(_expected?[i]),
            LifetimeValue = Rounded(_value?[i]),
            LifetimeValueFrom = Rounded(_valueFrom?[i]),
            LifetimeValueTo = Rounded(_valueTo?[i]),
            NextPurchaseOn = next?.Expected,
            NextPurchaseFrom = next?.Earliest,
            NextPurchaseUntil = next?.Latest,
            OverdueSince = next is { IsOverdue: true } late && late.Intervals >= _options.OverdueIntervals ? late.Latest.PlusDays(1) : null,
            IsAtRisk = churn >= (decimal)_options.ChurnThreshold,
            ComputedAt = now,
        };
    }

    private InsightBasis Basis() => new(Settings())
    {
        Purchases = _models.Describe(_options.Unit),
        Spend = _models.DescribeSpend(_options.Unit),
        MeanSpend = _models.MeanSpend,
        Warnings = [.. _models.Warnings],
        Notes = [.. _models.Notes],
    };

    private InsightSettings Settings() => new()
    {
        HorizonDays = _options.HorizonDays,
        ValueDays = _options.Value.HorizonDays,
        DiscountRate = _options.Value.AnnualDiscountRate,
        Margin = _options.Value.Margin,
        Confidence = _options.Value.Confidence,
        NextPurchaseLevel = _options.NextPurchaseLevel,
        OverdueIntervals = _options.OverdueIntervals,
        ChurnThreshold = _options.ChurnThreshold,
        Bands = _options.Rfm.Bands,
        Ties = _options.Rfm.Ties.ToString(),
    };

    // What is no number, or none that can be stored, is not known.
    private static decimal? Rounded(double? value) =>
        value is { } known && double.IsFinite(known) && Math.Abs(known) <= MaxStored ? decimal.Round((decimal)known, 4) : null;
}
