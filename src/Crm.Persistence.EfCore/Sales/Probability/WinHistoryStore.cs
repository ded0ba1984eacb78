using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class WinHistoryStore(CrmDb crm) : IWinHistoryStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    private IQueryable<WinLesson> Lessons => _db.Context.Set<WinLesson>().AsNoTracking();

    private IQueryable<Opportunity> Opportunities => _db.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking();

    private IQueryable<Opportunity> WithTraits => Opportunities.Include(o => o.Contacts).Include(o => o.Competitors).AsSplitQuery();

    public Task HoldAsync(CancellationToken cancellationToken) =>
        DatabaseLocks.HoldAllAsync(_db.Context, [DatabaseLocks.NameOf($"win history\n{_db.TenantScope}")], cancellationToken);

    public async Task<IReadOnlyList<OpportunityId>> ChangedAsync(OpportunityId? after, int take, CancellationToken cancellationToken)
    {
        var rows =
            from o in Opportunities
            join l in Lessons on o.Id equals l.OpportunityId into lessons
            from l in lessons.DefaultIfEmpty()
            where o.Category == StageCategory.Open ? l != null : l == null || l.Version != o.Version
            select o.Id;
        rows = after is { } last ? rows.Where(id => id > last) : rows;
        return await rows.OrderBy(id => id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Opportunity>> ReadAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken) =>
        await WithTraits.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Opportunity>> OpenAsync(OpportunityId? after, int take, CancellationToken cancellationToken)
    {
        var rows = WithTraits.Where(o => o.Category == StageCategory.Open);
        rows = after is { } last ? rows.Where(o => o.Id > last) : rows;
        return await rows.OrderBy(o => o.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    // A copy that the context read before may be old; one with changes is the host's to save.
    public async Task<IReadOnlyList<Opportunity>> LoadAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken)
    {
        LetGo([.. ids.Select(i => i.Value)]);
        return await _db.Context.Set<Opportunity>().AsSplitQuery().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public void LetGo(IReadOnlyCollection<Opportunity> opportunities) => LetGo([.. opportunities.Select(o => o.Id.Value)]);

    public async Task<IReadOnlyDictionary<OpportunityId, WinLesson>> LessonsAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken) =>
        await Lessons.Where(l => ids.Contains(l.OpportunityId)).ToDictionaryAsync(l => l.OpportunityId, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<WinLesson>> NewestLessonsAsync(PipelineId pipelineId, int take, CancellationToken cancellationToken) =>
        await Lessons.Where(l => l.PipelineId == pipelineId).OrderByDescending(l => l.OpportunityId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task ReplaceLessonsAsync(IReadOnlyCollection<OpportunityId> ids, IReadOnlyList<WinLesson> lessons, CancellationToken cancellationToken)
    {
        await _db.Context.Set<WinLesson>().Where(l => ids.Contains(l.OpportunityId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync(_db.Context, lessons, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<PipelineId, PipelineWinModel>> ModelsAsync(CancellationToken cancellationToken) =>
        await _db.Context.Set<PipelineWinModel>().AsNoTracking().ToDictionaryAsync(m => m.PipelineId, cancellationToken).ConfigureAwait(false);

    public async Task ReplaceModelsAsync(IReadOnlyList<PipelineWinModel> models, CancellationToken cancellationToken)
    {
        if (models.Count > 0)
        {
            var ids = models.Select(m => m.PipelineId).ToList();
            await _db.Context.Set<PipelineWinModel>().Where(m => ids.Contains(m.PipelineId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            await BulkInsert.WriteAsync(_db.Context, models, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await _db.Context.Set<WinLesson>().ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await _db.Context.Set<PipelineWinModel>().ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private void LetGo(HashSet<Guid> ids)
    {
        var copies = _db.Context.ChangeTracker.Entries()
            .Where(e => e.Entity is Opportunity or OpportunityContact or OpportunityCompetitor or OpportunityStageVisit or OpportunityLogEntry && ids.Contains(SaveRecorder.RootIdOf(e)))
            .GroupBy(SaveRecorder.RootIdOf).Where(g => g.All(e => e.State == EntityState.Unchanged)).SelectMany(g => g).ToList();
        foreach (var copy in copies)
        {
            copy.State = EntityState.Detached;
        }
    }
}
