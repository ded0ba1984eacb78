namespace Crm.Domain.Insights;

/// <summary>What a host had settled when a run was made, as far as figures depend on it.</summary>
public sealed record InsightSettings
{
    /// <summary>For how many days purchases are expected.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>For how many days the lifetime value looks ahead; null for all the future.</summary>
    public double? ValueDays { get; init; }

    /// <summary>The discount rate per year.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>The share of revenue that remains.</summary>
    public required double Margin { get; init; }

    /// <summary>The probability that the interval of the lifetime value holds the expected value.</summary>
    public required double Confidence { get; init; }

    /// <summary>The probability that the next purchase falls into its interval.</summary>
    public required double NextPurchaseLevel { get; init; }

    /// <summary>How many intervals of its own a customer has before it can be overdue.</summary>
    public required int OverdueIntervals { get; init; }

    /// <summary>The churn probability from which a customer is at risk.</summary>
    public required double ChurnThreshold { get; init; }

    /// <summary>How many bands each score has.</summary>
    public required int Bands { get; init; }

    /// <summary>How ties were cut into bands.</summary>
    public required string Ties { get; init; }
}
