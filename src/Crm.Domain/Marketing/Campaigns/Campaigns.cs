using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Plans campaigns, schedules and stops them, and keeps what they cost.</summary>
/// <remarks>Scoped service, for staff. No act saves but calling off, which is one transaction; the host saves once.</remarks>
[FrontDoor]
public sealed class Campaigns(
    ICampaignStore store, ICampaignRunStore runs, ISendingLedger ledger, IMessageTemplateStore templates, IChannelCatalog channels, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const string Act = "marketing.plan-campaign";

    /// <summary>Makes a campaign as a draft.</summary>
    /// <param name="draft">What it is to be.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignAlreadyDefined</c>, <c>ChannelUnknown</c>, <c>SegmentNotFound</c>, <c>TemplateNotFound</c>,
    /// <c>CampaignTemplateUnsuitable</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SavedCampaign>> CreateAsync(CampaignDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return acts.MakeAsync<SavedCampaign>(
            Act,
            async now =>
            {
                if (await store.FindAsync(draft.Key ?? string.Empty, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.CampaignAlreadyDefined(draft.Key!);
                }

                var campaign = new Campaign(CampaignId.New(now), draft, now);
                if (await ProblemAsync(campaign, cancellationToken).ConfigureAwait(false) is { } problem)
                {
                    return problem;
                }

                store.Add(campaign);
                return Of(campaign);
            },
            cancellationToken);
    }

    /// <summary>Plans a draft otherwise.</summary>
    /// <param name="draft">What it is to be; its key says which campaign.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>CampaignNotFound</c>, <c>CampaignNotInStatus</c>, and what <see cref="CreateAsync"/> refuses.</returns>
    public Task<CrmResult<SavedCampaign>> PlanAsync(CampaignDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return acts.MakeAsync<SavedCampaign>(
            Act,
            async now =>
            {
                if (await store.FindAsync(draft.Key, cancellationToken).ConfigureAwait(false) is not { } campaign)
                {
                    return acts.Errors.CampaignNotFound(draft.Key);
                }

                if (campaign.CanPlan() is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                // What is wrong is said of a sketch, so that nothing wrong is left in the unit of work.
                if (await ProblemAsync(new Campaign(campaign.Id, draft, now), cancellationToken).ConfigureAwait(false) is { } problem)
                {
                    return problem;
                }

                campaign.Plan(draft, now);
                return Of(campaign);
            },
            cancellationToken);
    }

    /// <summary>Schedules a campaign. What it names is checked once more.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="startsAt">When it starts; null for at once.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>CampaignNotInStatus</c>, <c>CampaignIncomplete</c>, and what <see cref="CreateAsync"/> refuses.</returns>
    public async Task<CrmResult<SavedCampaign>> ScheduleAsync(string key, Instant? startsAt = null, CancellationToken cancellationToken = default)
    {
        var problem = await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } campaign && acts.Gate.MayAct(Act).IsPermitted
            ? await ProblemAsync(campaign, cancellationToken).ConfigureAwait(false)
            : null;
        return problem is not null ? problem : await ChangeAsync(key, c => c.CanSchedule(), (c, now) => c.Schedule(startsAt, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops a campaign for a while.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>CampaignNotInStatus</c>.</returns>
    public Task<CrmResult<SavedCampaign>> PauseAsync(string key, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, c => c.CanPause(), (c, now) => c.Pause(now), cancellationToken);

    /// <summary>Lets a campaign go on.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>CampaignNotInStatus</c>.</returns>
    public Task<CrmResult<SavedCampaign>> ResumeAsync(string key, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, c => c.CanResume(), (c, now) => c.Resume(now), cancellationToken);

    /// <summary>Calls a campaign off: whoever has no message yet is skipped, and the places under the frequency cap are free again.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>CampaignNotInStatus</c>.</returns>
    public Task<CrmResult<SavedCampaign>> CancelAsync(string key, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        async token =>
        {
            var cancelled = await ChangeAsync(key, c => c.CanCancel(), (c, now) => c.Cancel(now), token).ConfigureAwait(false);
            if (cancelled.TryGetValue(out var saved))
            {
                await runs.HoldAsync(saved.Id, token).ConfigureAwait(false);
                await runs.SkipOpenAsync(saved.Id, token).ConfigureAwait(false);
            }

            return cancelled;
        },
        cancellationToken);

    /// <summary>Notes what was spent on a campaign.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="name">On what.</param>
    /// <param name="amount">How much; more than zero, in the currency of the budget and the other costs.</param>
    /// <param name="on">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SavedCampaign>> AddCostAsync(string key, string name, Money amount, LocalDate on, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, _ => CrmRuling.Permitted, (c, now) => c.AddCost(name, amount, on, now), cancellationToken);

    /// <summary>Takes a cost back that was none.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="number">The cost's number.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The campaign; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>CampaignCostNotFound</c>.</returns>
    public Task<CrmResult<SavedCampaign>> RemoveCostAsync(string key, int number, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, c => c.CanRemoveCost(number), (c, now) => c.RemoveCost(number, now), cancellationToken);

    private static SavedCampaign Of(Campaign campaign) => new(campaign.Id, campaign.Key, campaign.Status);

    private async Task<CrmError?> ProblemAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        if (!channels.TryGet(campaign.Channel, out _))
        {
            return acts.Errors.ChannelUnknown(campaign.Channel.Value);
        }

        if ((await ledger.MissingSegmentsAsync([.. campaign.Segments.Select(s => s.Key)], cancellationToken).ConfigureAwait(false)).FirstOrDefault() is { } missing)
        {
            return acts.Errors.SegmentNotFound(missing);
        }

        var known = campaign.Variants.Count == 0 ? null : (await templates.ListAsync(false, cancellationToken).ConfigureAwait(false)).ToDictionary(t => t.Key, StringComparer.Ordinal);
        foreach (var template in campaign.Variants.Select(v => v.TemplateKey))
        {
            if (!known!.TryGetValue(template, out var found))
            {
                return acts.Errors.TemplateNotFound(template);
            }

            if (found.Channel != campaign.Channel || found.Purpose != campaign.Purpose.Value)
            {
                return acts.Errors.CampaignTemplateUnsuitable(template, campaign.Key);
            }
        }

        return null;
    }

    private async Task<CrmResult<SavedCampaign>> ChangeAsync(string key, Func<Campaign, CrmRuling> may, Action<Campaign, Instant> change, CancellationToken cancellationToken)
    {
        var changed = await acts.ChangeAsync(Act, store.FindAsync(key, cancellationToken), e => e.CampaignNotFound(key), null, may, change, cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var campaign) ? Of(campaign) : CrmResult<SavedCampaign>.Failed(changed.Errors);
    }
}
