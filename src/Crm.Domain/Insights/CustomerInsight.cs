using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>
/// What purchases say of one customer as of a day: value so far and to come, whether it is still a customer, when it will buy
/// again. Derived from purchase facts alone and written anew by every refresh that changes a figure; never edited.
/// </summary>
/// <remarks>
/// One row per customer, in the one currency of its run. Probabilities, expectations and amounts are rounded to four decimals,
/// so that both databases hold the same figures. What a model could not say is null, never a number that is none; the run says why.
/// </remarks>
public sealed record CustomerInsight
{
    /// <summary>Longest name of a segment.</summary>
    public const int MaxSegmentLength = 64;

    /// <summary>The customer.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>The run that wrote these figures and can explain them: model, parameters, data window, warnings.</summary>
    public required InsightRunId RunId { get; init; }

    /// <summary>The last day that was observed.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The currency of all amounts; purchases in others do not count.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Orders with a sale.</summary>
    public required int Orders { get; init; }

    /// <summary>Distinct days with a sale.</summary>
    public required int PurchaseDays { get; init; }

    /// <summary>The first day with a sale.</summary>
    public required LocalDate FirstPurchaseOn { get; init; }

    /// <summary>The last day with a sale.</summary>
    public required LocalDate LastPurchaseOn { get; init; }

    /// <summary>Sales less returns and cancellations, so far.</summary>
    public required decimal Spent { get; init; }

    /// <summary>Mean total of the purchase days after the first, which spend models learn from; null without a repeat.</summary>
    public decimal? AverageSpend { get; init; }

    /// <summary>What the customer has been worth so far: <see cref="Spent"/> times the margin of the run.</summary>
    public required decimal HistoricValue { get; init; }

    /// <summary>How recently the customer bought, from 1, the worst; 0 where it was not scored.</summary>
    public int RecencyScore { get; init; }

    /// <summary>How often, from 1, the worst; 0 where it was not scored.</summary>
    public int FrequencyScore { get; init; }

    /// <summary>For how much, from 1, the worst; 0 where it was not scored.</summary>
    public int MonetaryScore { get; init; }

    /// <summary>The segment that the scores fall into; null where there are none.</summary>
    public string? Segment { get; init; }

    /// <summary>The probability that the customer has left, 0 to 1; null where no model could be fitted.</summary>
    public decimal? ChurnProbability { get; init; }

    /// <summary>Purchases expected within the horizon of the run; null where no model could be fitted.</summary>
    public decimal? ExpectedPurchases { get; init; }

    /// <summary>The expected value to come, discounted and times the margin, as far as the options of the run look; null where no model could be fitted.</summary>
    public decimal? LifetimeValue { get; init; }

    /// <summary>Lower end of the interval of <see cref="LifetimeValue"/>; null where the fit has no standard errors.</summary>
    public decimal? LifetimeValueFrom { get; init; }

    /// <summary>Upper end of the interval of <see cref="LifetimeValue"/>; null where the fit has no standard errors.</summary>
    public decimal? LifetimeValueTo { get; init; }

    /// <summary>The day before and after which the next purchase is as likely, if the customer buys again; null where nobody has bought twice.</summary>
    public LocalDate? NextPurchaseOn { get; init; }

    /// <summary>The first day of the interval of the next purchase.</summary>
    public LocalDate? NextPurchaseFrom { get; init; }

    /// <summary>The last day of the interval of the next purchase.</summary>
    public LocalDate? NextPurchaseUntil { get; init; }

    /// <summary>The first day on which the purchase was overdue, the one after <see cref="NextPurchaseUntil"/>; null while it is not.</summary>
    public LocalDate? OverdueSince { get; init; }

    /// <summary>Whether <see cref="ChurnProbability"/> is at the threshold of the run or above.</summary>
    public bool IsAtRisk { get; init; }

    /// <summary>When these figures were written.</summary>
    public required Instant ComputedAt { get; init; }

    /// <summary>Purchase days after the first.</summary>
    public int Frequency => Math.Max(0, PurchaseDays - 1);

    /// <summary>Days from the first to the last purchase day.</summary>
    public int RecencyDays => Period.DaysBetween(FirstPurchaseOn, LastPurchaseOn);

    /// <summary>Days from the first purchase day to the last day observed.</summary>
    public int AgeDays => Period.DaysBetween(FirstPurchaseOn, AsOf);

    /// <summary>The probability that the customer is still one, 0 to 1.</summary>
    public decimal? AliveProbability => 1 - ChurnProbability;

    /// <summary>The scores as digits, such as 545; null where the customer was not scored.</summary>
    public string? Cell => RecencyScore == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RecencyScore}{FrequencyScore}{MonetaryScore}");

    /// <summary>Whether another row says the same, whichever run wrote it.</summary>
    /// <param name="other">The other row.</param>
    /// <returns>True when every figure is the same.</returns>
    public bool SaysTheSameAs(CustomerInsight other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this == other with { RunId = RunId, ComputedAt = ComputedAt };
    }

    /// <summary>
    /// What happened between an earlier row and this one: an event for each threshold that the customer crossed. Whoever stays
    /// above a threshold has crossed nothing, so that an event comes once, and again only after the figure fell below.
    /// </summary>
    /// <param name="before">The earlier row; null when there was none, and the customer below each threshold.</param>
    /// <returns>The events.</returns>
    public IReadOnlyList<ICrmEvent> CrossingsSince(CustomerInsight? before)
    {
        var crossings = new List<ICrmEvent>();
        if (OverdueSince is { } since && before?.OverdueSince is null)
        {
            crossings.Add(new PurchaseOverdue(CustomerId, RunId, AsOf, LastPurchaseOn, NextPurchaseOn!.Value, since, ComputedAt));
        }

        if (IsAtRisk && before is not { IsAtRisk: true })
        {
            crossings.Add(new ChurnRiskRaised(CustomerId, RunId, AsOf, ChurnProbability!.Value, before?.ChurnProbability, ComputedAt));
        }

        return crossings;
    }
}
