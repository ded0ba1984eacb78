using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Learns from won and lost opportunities what chance open ones have, writes it to them, and says why. A probability set by hand holds, and the learned one
/// is kept beside it.
/// </summary>
/// <remarks>
/// Scoped service, for staff and for the host's own schedule. Works in batches, each in a transaction of its own; a run that breaks off leaves whole
/// batches, and the next one goes on. Learning deal by deal gives what learning all of them anew gives. Each pipeline has a model of its own, each team in
/// it its own history (<see cref="OpportunityTraits"/>, <see cref="WinProbabilityModel"/>).
/// </remarks>
[FrontDoor]
public sealed class WinProbabilities(
    IWinHistoryStore history, IOpportunityStore opportunities, IPipelineStore pipelines, SalesOptions options, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const string Act = "sales.learn-chances";
    private const int ScoreBatch = 200;
    private const int MostAttempts = 3;

    /// <summary>Learns from opportunities that closed since, forgets those that were reopened, and writes the chances of open ones where they changed.</summary>
    /// <param name="cancellationToken">Cancels the run between batches; what is written stays.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>; <c>VersionConflict</c> where opportunities changed during every attempt.</returns>
    public Task<CrmResult<WinRefreshOutcome>> RefreshAsync(CancellationToken cancellationToken = default) => RunAsync(isAnew: false, cancellationToken);

    /// <summary>Forgets everything and learns it anew, as after an import of old sales or after options changed; then as <see cref="RefreshAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the run between batches; what is written stays.</param>
    /// <returns>As <see cref="RefreshAsync"/>.</returns>
    public Task<CrmResult<WinRefreshOutcome>> RebuildAsync(CancellationToken cancellationToken = default) => RunAsync(isAnew: true, cancellationToken);

    /// <summary>The chance of an opportunity by what is learned so far, with what each trait adds; and what stands on the opportunity.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The chance, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>. A closed one is judged by the history without itself.</returns>
    public Task<CrmResult<OpportunityChance>> ExplainAsync(OpportunityId id, CancellationToken cancellationToken = default) => acts.MakeAsync<OpportunityChance>(
        "sales.explain-chance",
        async _ =>
        {
            if (await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } deal)
            {
                return acts.Errors.OpportunityNotFound(id.ToString());
            }

            var models = await history.ModelsAsync(cancellationToken).ConfigureAwait(false);
            var pipeline = await pipelines.FindAsync(deal.PipelineId, cancellationToken).ConfigureAwait(false);
            WinProbability? chance = null;
            if (pipeline is not null && models.TryGetValue(deal.PipelineId, out var kept))
            {
                var lesson = (await history.LessonsAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
                var model = kept.ToModel(pipeline, options.WinProbability);
                chance = lesson is null ? model.Of(OpportunityTraits.Of(deal), kept.Calibration) : model.Without(lesson.Deal, lesson.IsWon, kept.Calibration);
            }

            return new OpportunityChance(id, deal.Probability, deal.LearnedProbability, deal.ManualProbability, chance);
        },
        cancellationToken);

    /// <summary>What was learned of a pipeline: counts, calibration, when.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The model; null where nothing was learned yet, or the actor is not of the staff.</returns>
    public async Task<PipelineWinModel?> ModelAsync(PipelineId pipelineId, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? (await history.ModelsAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(pipelineId) : null;

    private Task<CrmResult<WinRefreshOutcome>> RunAsync(bool isAnew, CancellationToken cancellationToken) => acts.MakeAsync(
        Act,
        async now =>
        {
            var learning = new WinLearning(history, pipelines, options.WinProbability);
            if (isAnew && await TryAsync(learning.ForgetAsync, cancellationToken).ConfigureAwait(false) is { Succeeded: false } kept)
            {
                return CrmResult<WinRefreshOutcome>.Failed(kept.Errors);
            }

            var (outcome, last) = (new WinRefreshOutcome(0, 0, 0, 0), (OpportunityId?)null);
            do
            {
                var after = last;
                var batch = await TryAsync(token => learning.LearnAsync(after, now, token), cancellationToken).ConfigureAwait(false);
                if (!batch.TryGetValue(out var done))
                {
                    return CrmResult<WinRefreshOutcome>.Failed(batch.Errors);
                }

                (outcome, last) = (outcome with { Learned = outcome.Learned + done.Learned, Forgotten = outcome.Forgotten + done.Forgotten }, done.Last);
            }
            while (last is not null);

            var calibrated = await TryAsync(learning.CalibrateAsync, cancellationToken).ConfigureAwait(false);
            return calibrated.Succeeded ? await ScoreAsync(outcome, cancellationToken).ConfigureAwait(false) : CrmResult<WinRefreshOutcome>.Failed(calibrated.Errors);
        },
        cancellationToken);

    private async Task<CrmResult<WinRefreshOutcome>> ScoreAsync(WinRefreshOutcome outcome, CancellationToken cancellationToken)
    {
        var all = (await pipelines.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Id);
        var scoring = new WinScoring(history, all, await history.ModelsAsync(cancellationToken).ConfigureAwait(false), options.WinProbability);
        for (var last = (OpportunityId?)null; ;)
        {
            var page = await history.OpenAsync(last, ScoreBatch, cancellationToken).ConfigureAwait(false);
            if (scoring.Stale(page) is { Count: > 0 } stale)
            {
                var written = await TryAsync(token => scoring.WriteAsync(stale, acts.Now, token), cancellationToken).ConfigureAwait(false);
                if (!written.TryGetValue(out var changed))
                {
                    return CrmResult<WinRefreshOutcome>.Failed(written.Errors);
                }

                history.LetGo(changed);
                outcome = outcome with { Changed = outcome.Changed + changed.Count };
            }

            outcome = outcome with { Scored = outcome.Scored + page.Count };
            if (page.Count < ScoreBatch)
            {
                return outcome;
            }

            last = page[^1].Id;
        }
    }

    // An opportunity of the batch was changed meanwhile: the batch is read again.
    private async Task<CrmResult<T>> TryAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await unitOfWork.InTransactionAsync(work, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded || attempt == MostAttempts
                || result.Errors.All(e => e.Code is not (nameof(CrmErrorDescriber.VersionConflict) or nameof(CrmErrorDescriber.AlreadyExists))))
            {
                return result;
            }
        }
    }
}
