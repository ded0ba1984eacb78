using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Runs campaigns: starts them, takes their audience in batches, chooses winners, hands messages on when they are due. The hosted service calls it; several
/// processes may at once. Each batch is one transaction, and whoever goes on after a crash goes on where it ended: everybody is taken exactly once.
/// </summary>
/// <remarks>Scoped service, for staff. Saves by itself.</remarks>
[FrontDoor]
public sealed class CampaignRuns(ICampaignStore campaigns, ICampaignRunStore runs, Suppression suppression, ICampaignSender sender, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Customers of one batch: 1,000.</summary>
    public const int BatchSize = Suppression.MaxCustomers;

    private const string Act = "marketing.run-campaigns";

    /// <summary>Takes one step of one campaign: starts it, takes a batch of its audience, chooses its winner, lets a batch go on that waited for it, or finishes it.</summary>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>1 where there was something to do, else 0; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>VersionConflict</c>.</returns>
    public async Task<CrmResult<int>> AdvanceAsync(CancellationToken cancellationToken = default)
    {
        if (acts.Gate.MayAct(Act) is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        foreach (var id in await runs.RunnableAsync(acts.Now, cancellationToken).ConfigureAwait(false))
        {
            var done = await unitOfWork.InTransactionAsync(token => acts.MakeAsync(Act, now => StepAsync(id, now, token), token), cancellationToken).ConfigureAwait(false);
            if (!done.TryGetValue(out var steps) || steps > 0)
            {
                return done;
            }
        }

        return 0;
    }

    /// <summary>Hands on messages that are due. What is not permitted any more is skipped; what is outside of the send window by now waits for the next one.</summary>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many recipients were looked at; or <c>ActNotAllowed</c>, <c>InvalidValue</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<int>> DispatchAsync(int take = 100, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<int>(
            Act,
            async now =>
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(take, BatchSize);
                var due = await runs.DueAsync(now, take, token).ConfigureAwait(false);
                foreach (var group in due.GroupBy(r => r.CampaignId))
                {
                    if (await campaigns.FindAsync(group.Key, token).ConfigureAwait(false) is not { } campaign)
                    {
                        continue;
                    }

                    var late = group.Where(r => campaign.Window.Next(now, ZoneOf(r)) > now).ToList();
                    if (late.Count > 0 && await ReplanAsync(campaign, late, r => r.Variant!, now, token).ConfigureAwait(false) is { Succeeded: false } failed)
                    {
                        return CrmResult<int>.Failed(failed.Errors);
                    }

                    var skipped = await sender.SendAsync(campaign, [.. group.Except(late)], now, token).ConfigureAwait(false);
                    if (skipped.Count > 0)
                    {
                        await suppression.ReleaseAsync(campaign.Scope, skipped, token).ConfigureAwait(false);
                    }
                }

                return due.Count;
            },
            token),
        cancellationToken);

    private async Task<CrmResult<int>> StepAsync(CampaignId id, Instant now, CancellationToken cancellationToken)
    {
        await runs.HoldAsync(id, cancellationToken).ConfigureAwait(false);
        if (await campaigns.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } campaign)
        {
            return 0;
        }

        if (campaign.CanStart(now).IsPermitted)
        {
            campaign.Start(now);
            return 1;
        }

        if (campaign.Status != CampaignStatus.Running)
        {
            return 0;
        }

        var progress = await runs.ProgressAsync(id, cancellationToken).ConfigureAwait(false);
        if (!progress.IsTaken)
        {
            return await TakeAsync(campaign, progress, now, cancellationToken).ConfigureAwait(false);
        }

        if (campaign.CanChooseWinner(now).IsPermitted)
        {
            var results = await runs.ResultsAsync(id, campaign.TestMetric!.Value, cancellationToken).ConfigureAwait(false);
            var all = campaign.Variants.Select(v => results.FirstOrDefault(r => r.Key == v.Key) ?? new(v.Key, 0, 0)).ToList();
            var decision = VariantTest.Decide(all, (double)campaign.TestConfidence!.Value, campaign.TestFallback!);
            campaign.ChooseWinner(decision.Variant, decision.Verdict, now);
            return 1;
        }

        if (campaign.Winner is { } winner && !progress.IsReleased)
        {
            var waiting = await runs.WaitingAsync(id, BatchSize, cancellationToken).ConfigureAwait(false);
            var replanned = await ReplanAsync(campaign, waiting, _ => winner, now, cancellationToken).ConfigureAwait(false);
            if (!replanned.Succeeded)
            {
                return replanned;
            }

            await runs.NoteAsync(progress with { IsReleased = waiting.Count < BatchSize }, cancellationToken).ConfigureAwait(false);
            return 1;
        }

        if (campaign.CanFinish().IsPermitted && !await runs.HasOpenAsync(id, cancellationToken).ConfigureAwait(false))
        {
            campaign.Finish(now);
            return 1;
        }

        return 0;
    }

    private async Task<CrmResult<int>> TakeAsync(Campaign campaign, CampaignProgress progress, Instant now, CancellationToken cancellationToken)
    {
        var included = campaign.Segments.Where(s => !s.IsExcluded).Select(s => s.Key).ToList();
        var ids = await runs.AudienceAsync(included, progress.After, BatchSize, cancellationToken).ConfigureAwait(false);
        var hasTest = campaign.TestMetric is not null;
        bool Waits(Customers.CustomerId c) => hasTest && !CampaignDraws.IsTest(campaign, c);
        var question = Question(campaign) with { HeldBack = c => CampaignDraws.IsControl(campaign, c) || Waits(c) };
        var taken = await suppression.TakeAsync(question, ids, cancellationToken).ConfigureAwait(false);
        if (!taken.TryGetValue(out var verdicts))
        {
            return CrmResult<int>.Failed(taken.Errors);
        }

        // One who was merged into another since then has the other's place.
        var recipients = verdicts.All.Where(v => v.Reason is not (SkipReason.AlreadyPlanned or SkipReason.CustomerMissing)).DistinctBy(v => v.RecipientId).Select(v =>
        {
            var isControl = CampaignDraws.IsControl(campaign, v.RecipientId);
            var place = new CampaignPlace(v, isControl || Waits(v.RecipientId) ? null : CampaignDraws.Variant(campaign, v.RecipientId)) { IsControl = isControl, IsTest = hasTest && !isControl && !Waits(v.RecipientId) };
            return new CampaignRecipient(CampaignRecipientId.New(now), campaign.Id, place, now);
        }).ToList();
        await runs.WriteAsync(recipients, cancellationToken).ConfigureAwait(false);
        await runs.NoteAsync(progress with { After = ids.Count == 0 ? progress.After : ids[^1], IsTaken = ids.Count < BatchSize }, cancellationToken).ConfigureAwait(false);
        return 1;
    }

    private async Task<CrmResult<int>> ReplanAsync(
        Campaign campaign, IReadOnlyList<CampaignRecipient> recipients, Func<CampaignRecipient, string> variant, Instant now, CancellationToken cancellationToken)
    {
        var ids = recipients.Select(r => r.CustomerId).ToList();
        await suppression.ReleaseAsync(campaign.Scope, ids, cancellationToken).ConfigureAwait(false);
        var taken = await suppression.TakeAsync(Question(campaign), ids, cancellationToken).ConfigureAwait(false);
        if (!taken.TryGetValue(out var verdicts))
        {
            return CrmResult<int>.Failed(taken.Errors);
        }

        var byCustomer = verdicts.All.ToDictionary(v => v.CustomerId);
        foreach (var recipient in recipients)
        {
            recipient.Replan(variant(recipient), byCustomer[recipient.CustomerId], now);
        }

        return recipients.Count;
    }

    private static SendingQuestion Question(Campaign campaign) => new(campaign.Scope, campaign.Purpose, campaign.Channel)
    {
        Window = campaign.Window, ExcludedSegments = [.. campaign.Segments.Where(s => s.IsExcluded).Select(s => s.Key)],
    };

    private static DateTimeZone ZoneOf(CampaignRecipient recipient) => (recipient.Zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(recipient.Zone)) ?? DateTimeZone.Utc;
}
