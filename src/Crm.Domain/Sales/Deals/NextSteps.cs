using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;

namespace Crm.Domain.Sales;

/// <summary>Plans what comes next on opportunities as tasks: in somebody's agenda, with a reminder, and done in one go.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. Where the task is done elsewhere, the opportunity counts as one without a next step.</remarks>
[FrontDoor]
public sealed class NextSteps(IOpportunityStore opportunities, IPlannedTasks tasks, IBusinessZone business, CrmActs acts)
{
    /// <summary>Plans the next step as a task of the opportunity's owner, in place of the one before, whose task is cancelled.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="step">The step.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> PlanAsync(OpportunityId id, NextStepDetails step, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        return acts.MakeAsync<Opportunity>(
            "sales.plan-next-step",
            async now =>
            {
                var (deal, refused) = await FindAsync(id, expectedVersion, cancellationToken).ConfigureAwait(false);
                if (deal is null)
                {
                    return refused!;
                }

                deal.CanPlanNextStep().Demand();
                var details = new ActivityDetails(ActivityKinds.Task, step.Step, step.Due.At(step.At).InZoneLeniently(business.Zone).ToInstant())
                {
                    About = deal.ToSubject(), CustomerId = deal.CustomerId, AssigneeId = deal.OwnerId, TeamId = deal.OwnerId is null ? deal.TeamId : null, RemindBefore = step.RemindBefore is { } before ? [before] : [],
                };
                var planned = await tasks.PlanAsync(details, cancellationToken).ConfigureAwait(false);
                if (!planned.TryGetValue(out var task))
                {
                    return CrmResult<Opportunity>.Failed(planned.Errors);
                }

                if (await OpenTaskAsync(deal, cancellationToken).ConfigureAwait(false) is { } former)
                {
                    var cancelled = await tasks.CancelAsync(former, cancellationToken).ConfigureAwait(false);
                    if (!cancelled.Succeeded)
                    {
                        return CrmResult<Opportunity>.Failed(cancelled.Errors);
                    }
                }

                deal.PlanNextStep(step.Step, step.Due, task, now);
                return deal;
            },
            cancellationToken);
    }

    /// <summary>Says that the next step is done, and its task with it. What comes next is planned by another act.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="outcome">What came of it; null for nothing to say.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>NextStepMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> CompleteAsync(OpportunityId id, string? outcome = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Opportunity>(
            "sales.complete-next-step",
            async now =>
            {
                var (deal, refused) = await FindAsync(id, expectedVersion, cancellationToken).ConfigureAwait(false);
                if (deal is null)
                {
                    return refused!;
                }

                deal.CanPlanNextStep().Demand();
                if (deal.NextStep is null)
                {
                    return acts.Errors.NextStepMissing(deal.Name);
                }

                if (await OpenTaskAsync(deal, cancellationToken).ConfigureAwait(false) is { } task)
                {
                    var done = await tasks.CompleteAsync(task, outcome, cancellationToken).ConfigureAwait(false);
                    if (!done.Succeeded)
                    {
                        return CrmResult<Opportunity>.Failed(done.Errors);
                    }
                }

                deal.PlanNextStep(null, null, now);
                return deal;
            },
            cancellationToken);

    private async Task<(Opportunity? Deal, CrmError? Refused)> FindAsync(OpportunityId id, long? expectedVersion, CancellationToken cancellationToken) =>
        await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } deal ? (null, acts.Errors.OpportunityNotFound(id.ToString()))
        : expectedVersion is { } expected && expected != deal.Version ? (null, acts.Errors.VersionConflict($"{nameof(Opportunity)} {id}"))
        : (deal, null);

    private async Task<ActivityId?> OpenTaskAsync(Opportunity deal, CancellationToken cancellationToken) =>
        deal.NextStepTaskId is { } task && await tasks.IsOpenAsync(task, cancellationToken).ConfigureAwait(false) ? task : null;
}
