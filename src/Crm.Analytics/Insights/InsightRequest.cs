using Crm.Domain.Insights;
using NodaTime;

namespace Crm.Analytics.Insights;

/// <summary>What a refresh shall do.</summary>
/// <param name="AsOf">The last day that is observed; later purchases do not count. Usually yesterday: today is not over.</param>
public sealed record InsightRequest(LocalDate AsOf)
{
    /// <summary>The run whose parameters are used instead of new estimates.</summary>
    /// <value>Null by default: estimated, or as <see cref="InsightOptions.RefitAfterDays"/> says.</value>
    public InsightRunId? ParametersOf { get; init; }

    /// <summary>Whether thresholds that customers crossed are told as events. Without it, the figures change in silence: for the first run after an import of old purchases.</summary>
    /// <value>True by default.</value>
    public bool RaisesEvents { get; init; } = true;

    /// <summary>Whether figures as of later days may be replaced. Nothing is told then: going back is no crossing.</summary>
    /// <value>False by default: refused with <c>InsightsAreNewer</c>.</value>
    public bool ReplacesNewer { get; init; }
}
