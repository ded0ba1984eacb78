using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Says what sales are expected, now or as of any past instant, over all opportunities.</summary>
/// <remarks>
/// Scoped service, for staff; anybody else gets an empty forecast. The log of opportunities is summed in the database. Sums as of a past
/// instant are what was reported then, whatever became of deals, stages and their probabilities since; the funnel is in today's order of stages.
/// Deals that closed count in the month of the day on which they did in the business's own time zone; deals without an amount count under the
/// currency XXX.
/// </remarks>
[FrontDoor]
public sealed class ForecastReports(IForecastQueries queries, IPipelineStore pipelines, CrmActs acts)
{
    private static readonly Currency s_none = Currency.FromCode("XXX");

    /// <summary>The forecast.</summary>
    /// <param name="question">Which; all deals by month as of now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The forecast.</returns>
    public async Task<Forecast> AsOfAsync(ForecastQuestion? question = null, CancellationToken cancellationToken = default)
    {
        var asked = question ?? new ForecastQuestion();
        var (asOf, tally) = (asked.AsOf ?? acts.Now, new ForecastTally(asked.Length));
        if (!acts.Gate.Actor.IsStaff)
        {
            return tally.ToForecast(asOf, []);
        }

        foreach (var sum in await queries.TotalsAsync(asOf, asked.PipelineId, asked.OwnerId, cancellationToken).ConfigureAwait(false))
        {
            var day = sum.Month is { } month ? ForecastPeriod.FirstOf(month) : (LocalDate?)null;
            tally.Add(day, sum.Currency ?? s_none, sum.OwnerId, ForecastFigures.Of(sum.State, sum.Category, sum.Deals, sum.Amount, sum.Weighted));
        }

        var furthest = await queries.FurthestAsync(asOf, asked.PipelineId, asked.OwnerId, cancellationToken).ConfigureAwait(false);
        return tally.ToForecast(asOf, [.. (await PipelinesAsync(asked.PipelineId, furthest, cancellationToken).ConfigureAwait(false)).SelectMany(p => PipelineMath.Funnel(p, [.. furthest[p.Id]]))]);
    }

    // An archived pipeline in which nothing ever was is left out.
    private async Task<IEnumerable<Pipeline>> PipelinesAsync(PipelineId? id, ILookup<PipelineId, FurthestCount> furthest, CancellationToken cancellationToken)
    {
        var all = await pipelines.ListAsync(cancellationToken).ConfigureAwait(false);
        return id is { } one ? all.Where(p => p.Id == one) : all.Where(p => furthest.Contains(p.Id) || !p.IsArchived).OrderByDescending(p => p.IsDefault);
    }
}
