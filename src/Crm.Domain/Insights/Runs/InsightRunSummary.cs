using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>What explains the figures of a run.</summary>
/// <param name="Id">The run.</param>
/// <param name="AsOf">The last day that was observed.</param>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Data">What was read: the data window.</param>
/// <param name="Basis">Settings, models with parameters, warnings.</param>
/// <param name="ParametersOf">The run whose parameters were taken over; null where they were estimated anew.</param>
/// <param name="StartedAt">When reading began.</param>
/// <param name="CompletedAt">When everything was written; null while it is not, or where the run broke off.</param>
/// <param name="Outcome">What it did.</param>
public sealed record InsightRunSummary(
    InsightRunId Id, LocalDate AsOf, Currency Currency, InsightData Data, InsightBasis Basis, InsightRunId? ParametersOf, Instant StartedAt, Instant? CompletedAt, InsightOutcome Outcome)
{
    /// <summary>The summary of a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The summary.</returns>
    public static InsightRunSummary Of(InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(
            run.Id, run.AsOf, run.Currency, new(run.Facts, run.OtherFacts, run.Customers, run.FirstDay, run.LastDay), run.Basis, run.ParametersOf,
            run.StartedAt, run.CompletedAt, run.Outcome);
    }
}
