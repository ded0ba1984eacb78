using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Brings the kept counts up to date with the closed opportunities, a batch at a time, within a transaction of the caller.</summary>
internal sealed class WinLearning(IWinHistoryStore history, IPipelineStore pipelines, WinProbabilityOptions options)
{
    /// <summary>Most opportunities of one batch.</summary>
    public const int BatchSize = 500;

    // Enough for two parameters, whatever the business has closed.
    private const int CalibrationDeals = 5_000;

    /// <summary>Learns from a batch of opportunities that closed, and forgets what changed since.</summary>
    public async Task<CrmResult<LearnedBatch>> LearnAsync(OpportunityId? after, Instant now, CancellationToken cancellationToken)
    {
        await history.HoldAsync(cancellationToken).ConfigureAwait(false);
        var ids = await history.ChangedAsync(after, BatchSize, cancellationToken).ConfigureAwait(false);
        if (ids.Count == 0)
        {
            return new LearnedBatch(0, 0, null);
        }

        var deals = await history.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        var known = await history.LessonsAsync(ids, cancellationToken).ConfigureAwait(false);
        var kept = await history.ModelsAsync(cancellationToken).ConfigureAwait(false);
        var all = await PipelinesAsync(cancellationToken).ConfigureAwait(false);
        var models = new Dictionary<PipelineId, WinProbabilityModel>();
        WinProbabilityModel ModelOf(PipelineId id) => models.TryGetValue(id, out var model) ? model
            : models[id] = kept.TryGetValue(id, out var found) ? found.ToModel(all[id], options) : new([.. all[id].OpenStages.Select(s => s.Key)], options);

        foreach (var old in known.Values)
        {
            ModelOf(old.PipelineId).Remove(old.Deal, old.IsWon);
        }

        List<WinLesson> lessons = [.. deals.Where(d => d.Category != StageCategory.Open).Select(d => new WinLesson(d))];
        foreach (var lesson in lessons)
        {
            ModelOf(lesson.PipelineId).Add(lesson.Deal, lesson.IsWon);
        }

        await history.ReplaceLessonsAsync(ids, lessons, cancellationToken).ConfigureAwait(false);
        await history.ReplaceModelsAsync([.. models.Select(m => new PipelineWinModel(m.Key, m.Value, kept.GetValueOrDefault(m.Key)?.Calibration, now))], cancellationToken).ConfigureAwait(false);
        return new LearnedBatch(lessons.Count, known.Count, ids.Count == BatchSize ? ids[^1] : null);
    }

    /// <summary>Fits the calibration of every model to the newest of the deals that it learned from.</summary>
    /// <returns>How many changed.</returns>
    public async Task<CrmResult<int>> CalibrateAsync(CancellationToken cancellationToken)
    {
        await history.HoldAsync(cancellationToken).ConfigureAwait(false);
        var all = await PipelinesAsync(cancellationToken).ConfigureAwait(false);
        var fitted = new List<PipelineWinModel>();
        foreach (var kept in (await history.ModelsAsync(cancellationToken).ConfigureAwait(false)).Values)
        {
            var model = kept.ToModel(all[kept.PipelineId], options);
            var newest = await history.NewestLessonsAsync(kept.PipelineId, CalibrationDeals, cancellationToken).ConfigureAwait(false);
            var calibration = WinCalibration.Fit(model, newest.Select(l => (l.Deal, l.IsWon)));
            if (calibration != kept.Calibration)
            {
                fitted.Add(new PipelineWinModel(kept.PipelineId, model, calibration, kept.LearnedAt));
            }
        }

        await history.ReplaceModelsAsync(fitted, cancellationToken).ConfigureAwait(false);
        return fitted.Count;
    }

    /// <summary>Forgets everything.</summary>
    public async Task<CrmResult<int>> ForgetAsync(CancellationToken cancellationToken)
    {
        await history.HoldAsync(cancellationToken).ConfigureAwait(false);
        await history.ClearAsync(cancellationToken).ConfigureAwait(false);
        return 0;
    }

    private async Task<Dictionary<PipelineId, Pipeline>> PipelinesAsync(CancellationToken cancellationToken) =>
        (await pipelines.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Id);
}
