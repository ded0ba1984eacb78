namespace Crm.Domain.Feedback;

/// <summary>Counts scores in the database. Finds nothing of another tenant.</summary>
public interface IScoreQueries
{
    /// <summary>Counts answers.</summary>
    /// <param name="criteria">Which scores.</param>
    /// <param name="dimension">By what; periods by month.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How often each answer was given; of customers, products, agents, channels and surveys those with most answers.</returns>
    Task<IReadOnlyList<ScoreCount>> CountAsync(ScoreCriteria criteria, ScoreDimension dimension, CancellationToken cancellationToken);
}
