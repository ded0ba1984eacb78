using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What is expected of one person, with everybody below them, in one period and currency.</summary>
/// <param name="Owner">The person.</param>
/// <param name="Period">The period.</param>
/// <param name="Currency">The currency.</param>
public sealed record TeamForecastRow(string Owner, ForecastPeriod Period, Currency Currency)
{
    /// <summary>The sums over the person's own deals.</summary>
    public required ForecastFigures Own { get; init; }

    /// <summary>The sums over the deals of the person and of everybody below, as computed.</summary>
    public required ForecastFigures Team { get; init; }

    /// <summary>Closed and commit, with the latest judgements of the person and of those below put in place of what was computed.</summary>
    public required decimal Commit { get; init; }

    /// <summary>Closed, commit and best case, with judgements.</summary>
    public required decimal BestCase { get; init; }

    /// <summary>Closed and everything open but what is omitted, with judgements.</summary>
    public required decimal Pipeline { get; init; }

    /// <summary>The quota; null when none was set.</summary>
    public decimal? Quota { get; init; }

    /// <summary>What was won as a share of the quota; null without one.</summary>
    public double? Attainment => Quota is > 0 ? (double)(Team.Won / Quota.Value) : null;

    /// <summary>What is still to be won for the quota, never less than nothing; null without one.</summary>
    public decimal? Gap => Quota is { } quota ? Math.Max(0, quota - Team.Won) : null;
}
