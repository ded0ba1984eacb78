using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Uplift;

/// <summary>What is taken from a log as the outcome of an experiment.</summary>
public sealed record UpliftSampleOptions
{
    /// <summary>What counts.</summary>
    /// <value>Default <see cref="UpliftMeasure.Revenue"/>.</value>
    public UpliftMeasure Measure { get; init; } = UpliftMeasure.Revenue;

    /// <summary>The last day whose purchases are outcome.</summary>
    /// <value>Default null: the last day that the log observed.</value>
    public LocalDate? Through { get; init; }

    /// <summary>The one product whose purchases are outcome, such as the product that was taught about. The past is of all products.</summary>
    /// <value>Default none: every product.</value>
    public PurchaseKey Product { get; init; }

    /// <summary>How many days before the start make up the past.</summary>
    /// <value>Default null: all that the log has.</value>
    public int? PastDays { get; init; }
}
