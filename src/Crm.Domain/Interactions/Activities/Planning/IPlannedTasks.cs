using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Plans and settles tasks for areas that only point at them, by the rules of <see cref="ActivityPlanner"/>. Nothing is saved.</summary>
public interface IPlannedTasks
{
    /// <summary>Plans a task.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or what <see cref="ActivityPlanner.PlanAsync"/> refuses.</returns>
    Task<CrmResult<ActivityId>> PlanAsync(ActivityDetails details, CancellationToken cancellationToken);

    /// <summary>Whether a task is still to be done.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when there is such an activity and it is open.</returns>
    Task<bool> IsOpenAsync(ActivityId id, CancellationToken cancellationToken);

    /// <summary>Says that a task is done.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or what <see cref="ActivityPlanner.CompleteAsync"/> refuses.</returns>
    Task<CrmResult<ActivityId>> CompleteAsync(ActivityId id, string? outcome, CancellationToken cancellationToken);

    /// <summary>Calls a task off.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activity, or what <see cref="ActivityPlanner.CancelAsync"/> refuses.</returns>
    Task<CrmResult<ActivityId>> CancelAsync(ActivityId id, CancellationToken cancellationToken);
}
