using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityQueries(CrmDb crm) : IOpportunityQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public async Task<Page<OpportunitySummary>> ListAsync(OpportunityCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = await FilteredAsync(criteria, cancellationToken).ConfigureAwait(false);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, OpportunityId.From(after.Id));
            query = query.Where(o => o.OpenedAt <= at && (o.OpenedAt < at || o.Id < id));
        }

        var rows = await query.OrderByDescending(o => o.OpenedAt).ThenByDescending(o => o.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(Summary).ToPage(page, o => new PageKey(o.OpenedAt, o.Id.Value));
    }

    public async Task<Page<OpportunitySummary>> StageAsync(PipelineId pipelineId, string stage, PageRequest page, CancellationToken cancellationToken)
    {
        var query = InStage(pipelineId, stage);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, OpportunityId.From(after.Id));
            query = query.Where(o => o.StageSince <= at && (o.StageSince < at || o.Id < id));
        }

        var rows = await query.OrderByDescending(o => o.StageSince).ThenByDescending(o => o.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(Summary).ToPage(page, o => new PageKey(o.StageSince, o.Id.Value));
    }

    public async Task<IReadOnlyList<StageTotal>> TotalsAsync(PipelineId pipelineId, CancellationToken cancellationToken)
    {
        var open = Opportunities().Where(o => o.PipelineId == pipelineId && o.Category == StageCategory.Open);
        var worth = await open.Where(o => o.Amount != null)
            .GroupBy(o => new { o.Stage, o.Amount!.Currency }).Select(g => new { g.Key.Stage, g.Key.Currency, Count = g.LongCount(), Amount = g.Sum(o => o.Amount!.Amount) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var unknown = await open.Where(o => o.Amount == null)
            .GroupBy(o => o.Stage).Select(g => new { Stage = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. worth.Select(t => new StageTotal(t.Stage, t.Count, new Money(t.Amount, t.Currency))), .. unknown.Select(t => new StageTotal(t.Stage, t.Count, null))];
    }

    public async Task<IReadOnlyList<OpportunitySummary>> OlderAsync(PipelineId pipelineId, string stage, Instant before, int take, CancellationToken cancellationToken)
    {
        var rows = await InStage(pipelineId, stage).Where(o => o.StageSince < before).OrderBy(o => o.StageSince).ThenBy(o => o.Id).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(Summary);
    }

    private async Task<IQueryable<Opportunity>> FilteredAsync(OpportunityCriteria criteria, CancellationToken cancellationToken)
    {
        var query = Opportunities();
        if (criteria.CustomerId is { } customer)
        {
            var living = await LivingAsync(customer, cancellationToken).ConfigureAwait(false);
            query = query.Where(o => o.CustomerId == living);
        }

        if (criteria.PersonId is { } person)
        {
            var living = await LivingAsync(person, cancellationToken).ConfigureAwait(false);
            query = query.Where(o => o.Contacts.Any(c => c.PersonId == living));
        }

        if (criteria.OwnerId is { } owner)
        {
            var stored = StorableText.Of(owner);
            query = query.Where(o => o.OwnerId == stored);
        }

        if (criteria.WithoutNextStep)
        {
            var activities = _db.Context.Set<Activity>().IgnoreAutoIncludes();

            // A step that was planned as a task is one no more once the task is settled.
            query = query.Where(o => o.Category == StageCategory.Open && o.ClosedAt == null && (o.NextStep == null || o.NextStepTaskId != null))
                .Where(o => !activities.Any(a => a.AboutId == (Guid)(object)o.Id && a.AboutKind == SubjectKinds.Opportunity && a.OpenUntil != null));
        }

        query = criteria.TerritoryId is { } territory ? query.Where(o => o.TerritoryId == territory) : query;
        query = criteria.PipelineId is { } pipeline ? query.Where(o => o.PipelineId == pipeline) : query;
        return criteria.Category is { } category ? query.Where(o => o.Category == category) : query;
    }

    private async Task<CustomerId> LivingAsync(CustomerId id, CancellationToken cancellationToken) =>
        await Tombstones.SurvivorOfAsync(_db, id, cancellationToken).ConfigureAwait(false) ?? id;

    private IQueryable<Opportunity> InStage(PipelineId pipelineId, string stage)
    {
        var stored = StorableText.Of(stage);
        return Opportunities().Where(o => o.PipelineId == pipelineId && o.Stage == stored);
    }

    private IQueryable<Opportunity> Opportunities() => _db.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking();

    private static OpportunitySummary Summary(Opportunity o) => new(
        o.Id, o.Name, o.CustomerId, o.PipelineId, o.Stage, o.Category, o.Amount, o.Probability, o.CloseDate, o.OwnerId, o.OpenedAt, o.StageSince, o.ClosedAt);
}
