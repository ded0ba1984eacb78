using Crm.Domain.Insights;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Analytics.Insights;

/// <summary>Writes the rows of a run that differ from those that there are, batch by batch, each within a transaction of the caller.</summary>
internal sealed class InsightBatches(IInsightStore insights, InsightRunId runId, InsightRequest request)
{
    /// <summary>Writes a batch: the lock first, so that rows are compared that nobody else is about to replace.</summary>
    public async Task<CrmResult<InsightOutcome>> WriteAsync(CustomerInsight[] batch, Instant now, CancellationToken cancellationToken)
    {
        await insights.HoldAsync(cancellationToken).ConfigureAwait(false);
        var ids = Array.ConvertAll(batch, r => r.CustomerId);
        var usable = await insights.UsableAsync(ids, now, cancellationToken).ConfigureAwait(false);
        var before = await insights.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        var (changed, happened, unchanged) = (new List<CustomerInsight>(), new List<ICrmEvent>(), 0);
        foreach (var row in batch.Where(r => usable.Contains(r.CustomerId)))
        {
            var earlier = before.GetValueOrDefault(row.CustomerId);
            if (earlier is not null && (row.SaysTheSameAs(earlier) || (earlier.AsOf > row.AsOf && !request.ReplacesNewer)))
            {
                unchanged++;
                continue;
            }

            var written = row with { RunId = runId, ComputedAt = now };
            changed.Add(written);
            if (request is { RaisesEvents: true, ReplacesNewer: false }) happened.AddRange(written.CrossingsSince(earlier));
        }

        await insights.ReplaceAsync(changed, happened, cancellationToken).ConfigureAwait(false);
        var leftOut = Array.FindAll(ids, id => !usable.Contains(id));
        var removed = await insights.RemoveAsync(leftOut, null, cancellationToken).ConfigureAwait(false);
        return new InsightOutcome(
            changed.Count, unchanged, removed, leftOut.Length, happened.OfType<PurchaseOverdue>().Count(), happened.OfType<ChurnRiskRaised>().Count());
    }

    /// <summary>Removes rows of customers without a purchase.</summary>
    public async Task<CrmResult<InsightOutcome>> RemoveAsync(CustomerId[] batch, CancellationToken cancellationToken)
    {
        await insights.HoldAsync(cancellationToken).ConfigureAwait(false);
        var removed = await insights.RemoveAsync(batch, request.ReplacesNewer ? null : request.AsOf, cancellationToken).ConfigureAwait(false);
        return InsightOutcome.Nothing with { Removed = removed };
    }
}
