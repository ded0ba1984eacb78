namespace Crm.Domain.Insights;

/// <summary>What the figures of a run rest on: settings, models with their parameters, and what is to be known of them.</summary>
/// <param name="Settings">What the host had settled.</param>
public sealed record InsightBasis(InsightSettings Settings)
{
    /// <summary>The model of buying and leaving; null where none could be fitted, which a warning explains.</summary>
    public InsightModel? Purchases { get; init; }

    /// <summary>The model of what a purchase is worth; null where none could be fitted, which a warning explains.</summary>
    public InsightModel? Spend { get; init; }

    /// <summary>What one purchase is taken to be worth where there is no model of it; null where there is one, or nothing to say.</summary>
    public double? MeanSpend { get; init; }

    /// <summary>What the reader should know; empty when there is nothing.</summary>
    public IReadOnlyList<InsightWarning> Warnings { get; init; } = [];

    /// <summary>What the model itself implies and may be taken for a finding; empty when there is nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
