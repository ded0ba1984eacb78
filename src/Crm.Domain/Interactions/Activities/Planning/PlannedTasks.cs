using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Plans and settles tasks through the planner.</summary>
internal sealed class PlannedTasks(ActivityPlanner planner) : IPlannedTasks
{
    public async Task<CrmResult<ActivityId>> PlanAsync(ActivityDetails details, CancellationToken cancellationToken)
    {
        var planned = await planner.PlanAsync(details, cancellationToken).ConfigureAwait(false);
        return planned.TryGetValue(out var activity) ? activity.Id : CrmResult<ActivityId>.Failed(planned.Errors);
    }

    public async Task<bool> IsOpenAsync(ActivityId id, CancellationToken cancellationToken) =>
        await planner.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsOpen: true };

    public async Task<CrmResult<ActivityId>> CompleteAsync(ActivityId id, string? outcome, CancellationToken cancellationToken) =>
        Settled(id, await planner.CompleteAsync(id, outcome, cancellationToken: cancellationToken).ConfigureAwait(false));

    public async Task<CrmResult<ActivityId>> CancelAsync(ActivityId id, CancellationToken cancellationToken) =>
        Settled(id, await planner.CancelAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false));

    private static CrmResult<ActivityId> Settled(ActivityId id, CrmResult<SettledActivity> settled) => settled.Succeeded ? id : CrmResult<ActivityId>.Failed(settled.Errors);
}
