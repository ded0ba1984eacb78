using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Gives open opportunities the chances of the models as they are.</summary>
internal sealed class WinScoring(
    IWinHistoryStore history, IReadOnlyDictionary<PipelineId, Pipeline> pipelines, IReadOnlyDictionary<PipelineId, PipelineWinModel> models, WinProbabilityOptions options)
{
    private readonly Dictionary<PipelineId, WinProbabilityModel> _models = models.Where(m => pipelines.ContainsKey(m.Key)).ToDictionary(m => m.Key, m => m.Value.ToModel(pipelines[m.Key], options));

    /// <summary>Those whose chance is not what they keep.</summary>
    public IReadOnlyList<OpportunityId> Stale(IEnumerable<Opportunity> open) => [.. open.Where(o => ChanceOf(o) != o.LearnedProbability).Select(o => o.Id)];

    /// <summary>Writes the chances of opportunities, within a transaction of the caller.</summary>
    /// <returns>Those that changed.</returns>
    public async Task<CrmResult<IReadOnlyList<Opportunity>>> WriteAsync(IReadOnlyList<OpportunityId> ids, Instant now, CancellationToken cancellationToken)
    {
        var changed = new List<Opportunity>();
        foreach (var deal in await history.LoadAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            // Somebody may have closed or moved it since it was listed.
            if (deal.CanLearnChance().IsPermitted && ChanceOf(deal) is var chance && chance != deal.LearnedProbability)
            {
                deal.LearnChance(chance, now);
                changed.Add(deal);
            }
        }

        return changed;
    }

    private decimal? ChanceOf(Opportunity deal) =>
        _models.TryGetValue(deal.PipelineId, out var model) ? WinScale.Kept(model.Of(OpportunityTraits.Of(deal), models[deal.PipelineId].Calibration)) : null;
}
