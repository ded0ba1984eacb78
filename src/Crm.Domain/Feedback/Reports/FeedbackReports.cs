using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Feedback;

/// <summary>Rolls scores up by customer, product, agent, channel, survey and period, and says what a customer said last.</summary>
/// <remarks>Scoped service, for staff.</remarks>
[FrontDoor]
public sealed class FeedbackReports(IScoreQueries scores, ICustomerFeedbackStore feedback, CrmActs acts)
{
    /// <summary>Rolls scores up. Answers are counted in the database, and only answers of one measure make a score.</summary>
    /// <param name="dimension">By what.</param>
    /// <param name="criteria">Which scores; all when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows: periods in their order, others with most answers first; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyList<ScoreRow>>> ScoresAsync(ScoreDimension dimension, ScoreCriteria? criteria = null, CancellationToken cancellationToken = default) => acts.MakeAsync(
        "feedback.report",
        async _ =>
        {
            var asked = criteria ?? new ScoreCriteria();
            Guard.Defined(dimension);
            ArgumentOutOfRangeException.ThrowIfLessThan(asked.MinimumCount, 1, nameof(criteria));
            ArgumentOutOfRangeException.ThrowIfLessThan(asked.Take, 1, nameof(criteria));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(asked.Take, ScoreCriteria.MaxTake, nameof(criteria));
            var counted = await scores.CountAsync(asked, dimension, cancellationToken).ConfigureAwait(false);
            var rows = counted.GroupBy(c => (Key: PeriodOf(c.Key, dimension), c.Measure))
                .Select(g => new ScoreRow(g.Key.Key, ScoreTally.OfCounts(g.Key.Measure, g.Select(c => (c.Value, c.Count))).Value.ToScore(asked.MinimumCount)));
            return Made(dimension >= ScoreDimension.Month
                ? [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Score.Measure.ToString(), StringComparer.Ordinal)]
                : [.. rows.OrderByDescending(r => r.Score.Count).ThenBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Score.Measure.ToString(), StringComparer.Ordinal)]);
        },
        cancellationToken);

    /// <summary>What a customer said last.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The last scores; null when the customer was never asked, or the actor is not of the staff.</returns>
    public async Task<CustomerFeedback?> LastAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await feedback.FindAsync(customerId, cancellationToken).ConfigureAwait(false) : null;

    private static string? PeriodOf(string? key, ScoreDimension dimension)
    {
        if (dimension is not (ScoreDimension.Quarter or ScoreDimension.Year))
        {
            return key;
        }

        var month = LocalDatePattern.Iso.Parse(key!).Value;
        return LocalDatePattern.Iso.Format(new LocalDate(month.Year, dimension == ScoreDimension.Year ? 1 : ((month.Month - 1) / 3 * 3) + 1, 1));
    }

    private static CrmResult<IReadOnlyList<ScoreRow>> Made(List<ScoreRow> rows) => rows;
}
