using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Counts of journeys, from the database.</summary>
public interface IJourneyQueries
{
    /// <summary>Counts the steps that runs of a version have behind them.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="number">The version.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<IReadOnlyList<JourneyStepCount>> StepsAsync(JourneyId journeyId, int number, CancellationToken cancellationToken);

    /// <summary>Counts the runs of a version.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="number">The version.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<IReadOnlyList<JourneyRunCount>> RunsAsync(JourneyId journeyId, int number, CancellationToken cancellationToken);

    /// <summary>Counts who reached the goal of a journey, in all its versions or one.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="number">The version; null for all.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<IReadOnlyList<JourneyGoalCount>> GoalsAsync(JourneyId journeyId, int? number, Instant now, CancellationToken cancellationToken);
}
