using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class PipelineStore(CrmDb crm) : IPipelineStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Pipeline?> FindAsync(PipelineId id, CancellationToken cancellationToken) => _db.LoadAsync<Pipeline, PipelineId>(id, cancellationToken);

    public async Task<Pipeline?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<Pipeline>().Local.FirstOrDefault(p => p.Name == stored) ?? await _db.LoadAsync<Pipeline>(p => p.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Pipeline?> FindDefaultAsync(CancellationToken cancellationToken) =>
        _db.Context.Set<Pipeline>().Local.FirstOrDefault(p => p.IsDefault) ?? await _db.LoadAsync<Pipeline>(p => p.DefaultMark == 1, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Pipeline>> ListAsync(CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<Pipeline>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    public async Task<bool> IsUsedAsync(PipelineId id, string stage, CancellationToken cancellationToken)
    {
        var (visits, stored) = (_db.Context.Set<OpportunityStageVisit>(), StorableText.Of(stage));
        return visits.Local.Any(v => v.PipelineId == id && v.Stage == stored)
            || await visits.AnyAsync(v => v.PipelineId == id && v.Stage == stored, cancellationToken).ConfigureAwait(false);
    }

    public void Add(Pipeline pipeline) => _db.Context.Add(pipeline);
}
