using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignQueries(CrmDb crm, CampaignRevenueSource revenues) : ICampaignQueries
{
    private const int Most = 1_000;

    private DbContext Context => crm.For(CrmAreas.Marketing).Context;

    private IQueryable<CampaignRecipient> Recipients => Context.Set<CampaignRecipient>().AsNoTracking();

    public async Task<IReadOnlyList<CampaignSummary>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Context.Set<Campaign>().AsNoTracking().AsSplitQuery().OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Of)];

    public async Task<CampaignDetails?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return await Context.Set<Campaign>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Key == stored, cancellationToken).ConfigureAwait(false) is { } campaign
            ? new(
                Of(campaign),
                new CampaignDraft(campaign.Key, campaign.Name, campaign.Channel)
                {
                    Purpose = campaign.Purpose, Test = campaign.Test, ControlShare = campaign.ControlShare, Seed = campaign.Seed, Window = campaign.Window, Budget = campaign.Budget,
                    Segments = [.. campaign.Segments.Where(s => !s.IsExcluded).Select(s => s.Key).Order(StringComparer.Ordinal)],
                    ExcludedSegments = [.. campaign.Segments.Where(s => s.IsExcluded).Select(s => s.Key).Order(StringComparer.Ordinal)],
                    Variants = [.. campaign.Variants.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new CampaignVariantDraft(v.Key, v.TemplateKey, v.Weight))],
                },
                [.. campaign.Costs.OrderBy(c => c.Number).Select(c => new CampaignCostLine(c.Number, c.Name, c.Amount, c.SpentOn))],
                campaign.TestEndsAt, campaign.Winner, campaign.Verdict)
            : null;
    }

    public async Task<Page<CampaignRecipientSummary>> RecipientsAsync(CampaignId id, CampaignRecipientStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        var recipients = Recipients.Where(r => r.CampaignId == id && (status == null || r.Status == status));
        if (page.After is { } after)
        {
            var last = CustomerId.From(after.Id);
            recipients = recipients.Where(r => r.CustomerId > last);
        }

        var found = await recipients.OrderBy(r => r.CustomerId).Take(page.Take + 1)
            .Join(Context.Set<Customer>().IgnoreAutoIncludes(), r => r.CustomerId, c => c.Id, (r, c) => new { Recipient = r, c.DisplayName })
            .OrderBy(r => r.Recipient.CustomerId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(r => new CampaignRecipientSummary(
            r.Recipient.Id, r.Recipient.CustomerId, r.DisplayName, r.Recipient.Status, r.Recipient.Reason, r.Recipient.Variant, r.Recipient.DueAt, r.Recipient.SentAt))
            .ToPage(page, r => new PageKey(NodaConstants.UnixEpoch, r.CustomerId.Value));
    }

    public async Task<IReadOnlyList<CampaignCount>> CountsAsync(CampaignId id, CancellationToken cancellationToken)
    {
        var found = await Recipients.Where(r => r.CampaignId == id).GroupBy(r => new { r.Status, r.Reason, r.Variant }).Select(g => new
        {
            g.Key.Status, g.Key.Reason, g.Key.Variant, Count = g.Count(), Postponed = g.Count(r => r.IsPostponed), Delivered = g.Count(r => r.DeliveredAt != null), Opened = g.Count(r => r.OpenedAt != null),
            Clicked = g.Count(r => r.ClickedAt != null), Replied = g.Count(r => r.RepliedAt != null), Bounced = g.Count(r => r.BouncedAt != null), BouncedHard = g.Count(r => r.IsHardBounce),
            OptedOut = g.Count(r => r.OptedOutAt != null), Converted = g.Count(r => r.ConvertedAt != null),
        }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.OrderBy(f => f.Status).ThenBy(f => f.Reason).ThenBy(f => f.Variant, StringComparer.Ordinal).Select(f => new CampaignCount(f.Status, f.Reason, f.Variant, f.Count)
            {
                Postponed = f.Postponed, Delivered = f.Delivered, Opened = f.Opened, Clicked = f.Clicked, Replied = f.Replied, Bounced = f.Bounced, BouncedHard = f.BouncedHard,
                OptedOut = f.OptedOut, Converted = f.Converted,
            }),
        ];
    }

    public async Task<(VariantResult Treated, VariantResult Control)?> BuyersAsync(CampaignId id, RevenueKind revenue, Instant from, Instant to, CancellationToken cancellationToken)
    {
        if (revenues.Buyers(revenue, from, to) is not { } buyers)
        {
            return null;
        }

        var groups = await Recipients.Where(r => r.CampaignId == id && r.IsPermitted).GroupBy(r => r.Status == CampaignRecipientStatus.Control)
            .Select(g => new { IsControl = g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var bought = await Recipients.Where(r => r.CampaignId == id && r.IsPermitted && buyers.Contains(r.CustomerId)).GroupBy(r => r.Status == CampaignRecipientStatus.Control)
            .Select(g => new { IsControl = g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        VariantResult Of(bool isControl) => new(
            isControl ? "control" : "treated", groups.Find(g => g.IsControl == isControl)?.Count ?? 0, bought.Find(g => g.IsControl == isControl)?.Count ?? 0);
        return (Of(false), Of(true));
    }

    public async Task<IReadOnlyList<CampaignTouch>> TouchesAsync(Instant from, Instant to, CancellationToken cancellationToken)
    {
        var found = await Recipients.Where(r => r.SentAt >= from && r.SentAt < to)
            .Join(Context.Set<Campaign>().IgnoreAutoIncludes(), r => r.CampaignId, c => c.Id, (r, c) => new { r.CustomerId, c.Key, r.SentAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(t => new CampaignTouch(t.CustomerId, t.Key, t.SentAt!.Value));
    }

    public Task<IReadOnlyList<RevenueFact>> RevenueAsync(RevenueKind revenue, Instant from, Instant to, CancellationToken cancellationToken) => revenues.FactsAsync(revenue, from, to, cancellationToken);

    private static CampaignSummary Of(Campaign campaign) => new(
        campaign.Id, campaign.Key, campaign.Name, campaign.Channel, campaign.Purpose, campaign.Status, campaign.StartsAt, campaign.StartedAt, campaign.EndedAt)
    {
        Budget = campaign.Budget, Cost = campaign.Costs.Count == 0 ? null : campaign.Costs.Select(c => c.Amount).Aggregate((sum, amount) => sum + amount),
    };
}
