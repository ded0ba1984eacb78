using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using Crm.Domain.Insights;
using Crm.Domain.Values;

namespace Crm.Analytics.Insights;

/// <summary>How the figures on customers are made, and when a customer is at risk or overdue.</summary>
public sealed class InsightOptions
{
    /// <summary>The one currency of all amounts. Facts in others are left out and counted: rates of exchange are the host's.</summary>
    /// <value>The euro by default.</value>
    public Currency Currency { get; set; } = Currency.Eur;

    /// <summary>
    /// The model. BG/NBD is the best known, but says of everybody who bought once that he is alive with probability 1, however long
    /// ago: churn could never be told of the largest group of customers. MBG/NBD has as many parameters and no such trap.
    /// </summary>
    /// <value>MBG/NBD by default.</value>
    public InsightModelKind Model { get; set; } = InsightModelKind.ModifiedBetaGeometricNbd;

    /// <summary>The unit of the model's times; figures do not depend on it, parameters do.</summary>
    /// <value>Weeks by default.</value>
    public TimeUnit Unit { get; set; } = TimeUnit.Week;

    /// <summary>What holds parameters where the data alone do not: tried once, when the fit without it fails. See <see cref="FitOptions.Penalty"/>.</summary>
    /// <value>0.01 by default; above zero.</value>
    public double FallbackPenalty { get; set; } = 0.01;

    /// <summary>For how many days parameters are taken over from an earlier run, so that figures change with the data alone.</summary>
    /// <value>0 by default: every run estimates them anew.</value>
    public int RefitAfterDays { get; set; }

    /// <summary>For how many days purchases are expected.</summary>
    /// <value>365 by default; at least 1.</value>
    public int HorizonDays { get; set; } = 365;

    /// <summary>Margin, discount, horizon and confidence of the lifetime value.</summary>
    /// <value>Revenue of all the future, discounted by 10 % a year, with an interval of 90 %, by default.</value>
    public LifetimeValueOptions Value { get; set; } = new();

    /// <summary>How customers are scored and segmented.</summary>
    /// <value>Five bands by threshold by default, so that customers with equal figures are in one segment, and a customer's score does not depend on its id.</value>
    public RfmOptions Rfm { get; set; } = new() { Ties = RfmTieRule.Threshold };

    /// <summary>The probability that the next purchase falls into its interval; half of the rest comes after it, and is overdue.</summary>
    /// <value>0.8 by default; between 0 and 1.</value>
    public double NextPurchaseLevel { get; set; } = 0.8;

    /// <summary>How many intervals of its own a customer has before it can be overdue; of one who bought once only others' intervals are known.</summary>
    /// <value>1 by default: from the second purchase day on.</value>
    public int OverdueIntervals { get; set; } = 1;

    /// <summary>The probability to have left from which a customer is at risk.</summary>
    /// <value>0.5 by default; above 0, at most 1.</value>
    public double ChurnThreshold { get; set; } = 0.5;

    /// <summary>How many customers one transaction writes.</summary>
    /// <value>1,000 by default; 1 to 1,000.</value>
    public int BatchSize { get; set; } = 1_000;

    /// <summary>How many threads may work; the figures are the same at any degree.</summary>
    /// <value>Null by default: one per processor.</value>
    public int? DegreeOfParallelism { get; set; }

    /// <summary>Checks options before a host is built with them.</summary>
    /// <param name="configure">Settles the options.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public static InsightOptions Validate(Action<InsightOptions>? configure)
    {
        var options = new InsightOptions();
        configure?.Invoke(options);
        options.Check();
        return options;
    }

    internal void Check()
    {
        Require(Currency is not null && Value is not null && Rfm is not null, nameof(Currency), "Currency, Value and Rfm are set.");
        Require(Enum.IsDefined(Model), nameof(Model), "Not a defined model.");
        Require(Enum.IsDefined(Unit), nameof(Unit), "Not a defined unit.");
        Require(double.IsFinite(FallbackPenalty) && FallbackPenalty > 0, nameof(FallbackPenalty), "Above zero.");
        Require(RefitAfterDays is >= 0 and <= 36_525, nameof(RefitAfterDays), "0 to 36,525.");
        Require(HorizonDays is >= 1 and <= 36_525, nameof(HorizonDays), "1 to 36,525.");
        Require(NextPurchaseLevel is > 0 and < 1, nameof(NextPurchaseLevel), "Between 0 and 1.");
        Require(OverdueIntervals is >= 0 and <= 1_000, nameof(OverdueIntervals), "0 to 1,000.");
        Require(ChurnThreshold is > 0 and <= 1, nameof(ChurnThreshold), "Above 0, at most 1.");
        Require(BatchSize is >= 1 and <= 1_000, nameof(BatchSize), "1 to 1,000.");
        Require(DegreeOfParallelism is null or >= 1, nameof(DegreeOfParallelism), "At least 1.");
        Value!.Check();
        Rfm!.Check();
        Require(
            Rfm.Segments is not { } map || map.Segments.Select(s => s.Name).Append(map.Otherwise).All(n => n is { Length: > 0 and <= CustomerInsight.MaxSegmentLength }),
            nameof(Rfm), $"Names of segments have 1 to {CustomerInsight.MaxSegmentLength} characters.");

        static void Require(bool holds, string name, string message)
        {
            if (!holds) throw new ArgumentException($"{nameof(InsightOptions)}.{name}: {message}", name);
        }
    }
}
