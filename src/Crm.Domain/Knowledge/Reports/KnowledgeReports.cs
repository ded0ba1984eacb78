using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Says how much the knowledge base helps, and what it lacks. Names no reader, and no word that too few readers used.</summary>
/// <remarks>Scoped service, for staff. Changes nothing.</remarks>
[FrontDoor]
public sealed class KnowledgeReports(IKnowledgeReportQueries queries, KnowledgeReadingOptions options, CrmActs acts)
{
    private const int MostQuestions = 20_000;
    private const int MaxGaps = 100;

    /// <summary>
    /// Measures deflection: of the sessions in which items were shown, those in which one was opened and no case was filed in time. A case
    /// is filed out of the session, or opened for its customer within <see cref="KnowledgeReadingOptions.CaseWindow"/> of its last act. The same
    /// instant gives the same figures while nobody is erased and nothing is merged.
    /// </summary>
    /// <param name="criteria">Which sessions, and as of when.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The report, or <c>ActNotAllowed</c>, <c>InvalidValue</c> where the period ends before it begins or the instant lies ahead.</returns>
    public Task<CrmResult<DeflectionReport>> DeflectionAsync(DeflectionCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeAsync<DeflectionReport>(
            "knowledge.report-deflection",
            async now =>
            {
                var asOf = criteria.AsOf ?? now;
                if (criteria.Until <= criteria.From)
                {
                    return acts.Errors.InvalidValue(nameof(criteria.Until), "The period ends before it begins.");
                }

                return asOf > now
                    ? acts.Errors.InvalidValue(nameof(criteria.AsOf), "The instant lies ahead.")
                    : new DeflectionReport(
                        criteria.From, criteria.Until, asOf, await queries.CountSessionsAsync(criteria.From, criteria.Until, asOf, cancellationToken).ConfigureAwait(false));
            },
            cancellationToken);
    }

    /// <summary>Lists what readers asked without a good answer, grouped by the words that their questions share. Of more than 20,000 such questions the last count.</summary>
    /// <param name="criteria">Which questions.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The gaps, those with the most readers first, or <c>ActNotAllowed</c>, <c>InvalidValue</c> where the period ends before it begins or a number is out of range.</returns>
    public Task<CrmResult<IReadOnlyList<ContentGap>>> GapsAsync(ContentGapCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeAsync<IReadOnlyList<ContentGap>>(
            "knowledge.report-gaps",
            async _ =>
            {
                if (criteria.Until <= criteria.From)
                {
                    return acts.Errors.InvalidValue(nameof(criteria.Until), "The period ends before it begins.");
                }

                if (criteria.Take is < 1 or > MaxGaps || criteria.MinReaders < 0)
                {
                    return acts.Errors.InvalidValue(nameof(criteria.Take), "1 to 100 gaps are expected, and no negative number of readers.");
                }

                var unanswered = await queries.UnansweredAsync(criteria.From, criteria.Until, criteria.Language, MostQuestions, cancellationToken).ConfigureAwait(false);
                return ContentGaps.Of(unanswered, Math.Max(criteria.MinReaders, options.MinReaders), criteria.Take).ToList();
            },
            cancellationToken);
    }
}
