using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>What customers have been worth and are expected to be worth, in arrays aligned with the summaries.</summary>
/// <remarks>
/// The interval is about the <em>expected</em> value: it says how well the data determine the parameters, by the delta method
/// on the logarithm. What a single customer will really spend varies far more; the model's distribution of the number of
/// purchases says how much.
/// </remarks>
public sealed record LifetimeValueTable
{
    /// <summary>The keys of the customers, ascending, as in the summaries.</summary>
    public required PurchaseKeys Customers { get; init; }

    /// <summary>The options used.</summary>
    public required LifetimeValueOptions Options { get; init; }

    /// <summary>What the customer has been worth so far: all that was paid, times the margin, not discounted.</summary>
    public required IReadOnlyList<double> Historic { get; init; }

    /// <summary>Purchases expected within the horizon, discounted; NaN for a customer without a purchase.</summary>
    public required IReadOnlyList<double> DiscountedPurchases { get; init; }

    /// <summary>The expected value of one purchase, before the margin; NaN for a customer without a purchase, infinite where the spend model has no mean.</summary>
    public required IReadOnlyList<double> ExpectedSpend { get; init; }

    /// <summary>The expected future value: margin × expected spend × discounted purchases; NaN for a customer without a purchase.</summary>
    public required IReadOnlyList<double> Predicted { get; init; }

    /// <summary>The lower end of the interval of <see cref="Predicted"/>; null where a fit has no standard errors.</summary>
    public required IReadOnlyList<double>? Lower { get; init; }

    /// <summary>The upper end of the interval of <see cref="Predicted"/>; null where a fit has no standard errors.</summary>
    public required IReadOnlyList<double>? Upper { get; init; }

    /// <summary>The sum of <see cref="Predicted"/> over customers with a purchase.</summary>
    public required double Total { get; init; }

    /// <summary>The interval of the total, narrower than the sum of the customers' intervals where errors cancel; null where a fit has no standard errors.</summary>
    public required (double Lower, double Upper)? TotalInterval { get; init; }

    /// <summary>What the user should know: the warnings of both fits.</summary>
    public required IReadOnlyList<FitWarning> Warnings { get; init; }
}
