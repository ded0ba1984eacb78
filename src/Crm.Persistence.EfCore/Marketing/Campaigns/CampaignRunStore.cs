using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignRunStore(CrmDb crm) : ICampaignRunStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private DbSet<CampaignRecipient> Recipients => Db.Context.Set<CampaignRecipient>();

    public async Task<IReadOnlyList<CampaignId>> RunnableAsync(Instant now, CancellationToken cancellationToken) => await Db.Context.Set<Campaign>().IgnoreAutoIncludes().AsNoTracking()
        .Where(c => (c.Status == CampaignStatus.Scheduled && c.StartsAt <= now) || c.Status == CampaignStatus.Running)
        .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task HoldAsync(CampaignId id, CancellationToken cancellationToken) =>
        DatabaseLocks.HoldAllAsync(Db.Context, [DatabaseLocks.NameOf($"campaign\n{Db.TenantScope}\n{id}")], cancellationToken);

    public async Task<CampaignProgress> ProgressAsync(CampaignId id, CancellationToken cancellationToken) =>
        await Db.Context.Set<CampaignProgressRow>().AsNoTracking().SingleOrDefaultAsync(p => p.CampaignId == id, cancellationToken).ConfigureAwait(false) is { } row
            ? new(id, row.After, row.IsTaken, row.IsReleased)
            : new(id, null, false, false);

    public async Task NoteAsync(CampaignProgress progress, CancellationToken cancellationToken)
    {
        var id = progress.CampaignId;
        await Db.Context.Set<CampaignProgressRow>().Where(p => p.CampaignId == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync<CampaignProgressRow>(
            Db.Context, [new() { CampaignId = id, After = progress.After, IsTaken = progress.IsTaken, IsReleased = progress.IsReleased }], cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<CustomerId>> AudienceAsync(IReadOnlyCollection<string> segments, CustomerId? after, int take, CancellationToken cancellationToken)
    {
        var stays = Db.Context.Set<SegmentMembership>().AsNoTracking().Lasting().Where(m => segments.Contains(m.SegmentKey));
        if (after is { } last)
        {
            stays = stays.Where(m => m.CustomerId > last);
        }

        return await stays.Select(m => m.CustomerId).Distinct().OrderBy(c => c).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task WriteAsync(IReadOnlyList<CampaignRecipient> recipients, CancellationToken cancellationToken) => BulkInsert.WriteAsync(Db.Context, recipients, cancellationToken);

    public async Task<IReadOnlyList<CampaignRecipient>> WaitingAsync(CampaignId id, int take, CancellationToken cancellationToken) => await Recipients
        .Where(r => r.CampaignId == id && r.Status == CampaignRecipientStatus.Waiting).OrderBy(r => r.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<CampaignRecipient>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var running = Db.Context.Set<Campaign>().IgnoreAutoIncludes().Where(c => c.Status == CampaignStatus.Running).Select(c => c.Id);
        return await Recipients.Where(r => r.DueAt <= now && r.Status == CampaignRecipientStatus.Planned && running.Contains(r.CampaignId))
            .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> HasOpenAsync(CampaignId id, CancellationToken cancellationToken) => Recipients.AsNoTracking().AnyAsync(
        r => r.CampaignId == id && (r.Status == CampaignRecipientStatus.Waiting || r.Status == CampaignRecipientStatus.Planned || r.Status == CampaignRecipientStatus.Queued), cancellationToken);

    public async Task<int> SkipOpenAsync(CampaignId id, CancellationToken cancellationToken)
    {
        var open = Recipients.Where(r => r.CampaignId == id && (r.Status == CampaignRecipientStatus.Waiting || r.Status == CampaignRecipientStatus.Planned));
        var (scope, customers) = (Campaign.ScopeOf(id), open.Select(r => r.CustomerId));
        await Db.Context.Set<PlannedSending>().Where(p => p.Scope == scope && customers.Contains(p.CustomerId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return await open.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, CampaignRecipientStatus.Skipped).SetProperty(r => r.Reason, SkipReason.Cancelled)
                .SetProperty(r => r.DueAt, (Instant?)null).SetProperty(r => r.Version, r => r.Version + 1),
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<VariantResult>> ResultsAsync(CampaignId id, WinnerMetric metric, CancellationToken cancellationToken)
    {
        var sent = Recipients.AsNoTracking().Where(r => r.CampaignId == id && r.IsTest && r.Status == CampaignRecipientStatus.Sent).GroupBy(r => r.Variant);
        var found = await sent.Select(g => new
        {
            Variant = g.Key, Sent = g.Count(), Opened = g.Count(r => r.OpenedAt != null), Clicked = g.Count(r => r.ClickedAt != null), Converted = g.Count(r => r.ConvertedAt != null),
        }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(f => new VariantResult(f.Variant!, f.Sent, metric switch { WinnerMetric.Open => f.Opened, WinnerMetric.Click => f.Clicked, _ => f.Converted }))];
    }
}
