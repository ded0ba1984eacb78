using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Makes queues, says how they work, and keeps their members.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class WorkQueues(IWorkQueueStore queues, IQueueAgentStore agents, AssignmentStrategies strategies, CaseFieldCatalogue caseFields, CrmActs acts)
{
    /// <summary>Makes a queue, open and without members.</summary>
    /// <param name="name">The name; unique.</param>
    /// <param name="settings">How it works; the usual settings when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNameTaken</c>, <c>AssignmentStrategyUnknown</c>, <c>InvalidValue</c>, or what the criteria are refused with.</returns>
    public Task<CrmResult<WorkQueue>> CreateAsync(string name, QueueSettings? settings = null, CancellationToken cancellationToken = default) => acts.MakeAsync<WorkQueue>(
        "service.create-queue",
        async now =>
        {
            var wanted = settings ?? new QueueSettings();
            var created = new WorkQueue(WorkQueueId.New(now), name, wanted, now);
            if (Problem(wanted, now) is { Count: > 0 } problems)
            {
                return CrmResult<WorkQueue>.Failed(problems);
            }

            if (await queues.FindByNameAsync(created.Name, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.WorkQueueNameTaken(created.Name);
            }

            queues.Add(created);
            return created;
        },
        cancellationToken);

    /// <summary>Sets anew how a queue works.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <param name="settings">How it works from now on.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>AssignmentStrategyUnknown</c>, <c>InvalidValue</c>,
    /// or what the criteria are refused with.</returns>
    public async Task<CrmResult<WorkQueue>> ConfigureAsync(WorkQueueId id, QueueSettings settings, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return acts.Gate.MayAct("service.configure-queue").IsPermitted && Problem(settings, acts.Now) is { Count: > 0 } problems
            ? CrmResult<WorkQueue>.Failed(problems)
            : await ChangeAsync("service.configure-queue", id, expectedVersion, _ => CrmRuling.Permitted, (q, now) => q.Configure(settings, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a queue: work is routed again.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>WorkQueueOpen</c>.</returns>
    public Task<CrmResult<WorkQueue>> OpenAsync(WorkQueueId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.open-queue", id, expectedVersion, q => q.CanOpen(), (q, now) => q.Open(now), cancellationToken);

    /// <summary>Closes a queue: it takes work in and keeps it, and gives none out.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>WorkQueueClosed</c>.</returns>
    public Task<CrmResult<WorkQueue>> CloseAsync(WorkQueueId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.close-queue", id, expectedVersion, q => q.CanClose(), (q, now) => q.Close(now), cancellationToken);

    /// <summary>Makes an agent a member of a queue.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <param name="userId">The agent.</param>
    /// <param name="weight">Its weight; 1 to <see cref="QueueMember.MaxWeight"/>.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>QueueAgentNotFound</c>,
    /// <c>QueueMemberAlreadyPresent</c>, <c>QueueFull</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<WorkQueue>> JoinAsync(
        WorkQueueId id, string userId, int weight = 1, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var isKnown = await agents.FindAsync(userId, cancellationToken).ConfigureAwait(false) is not null;
        return await ChangeAsync(
            "service.join-queue",
            id,
            expectedVersion,
            q => isKnown ? q.CanJoin(userId) : CrmRuling.Refused(e => e.QueueAgentNotFound(userId)),
            (q, now) => q.Join(userId, weight, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the share of work that a member is to get.</summary>
    /// <inheritdoc cref="JoinAsync" path="/param" />
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>QueueMemberNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<WorkQueue>> WeighAsync(
        WorkQueueId id, string userId, int weight, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.weigh-queue-member", id, expectedVersion, q => q.CanWeigh(userId), (q, now) => q.Weigh(userId, weight, now), cancellationToken);

    /// <summary>Ends an agent's membership of a queue. Work that it has already stays with it.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <param name="userId">The agent.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>WorkQueueNotFound</c>, <c>VersionConflict</c>, <c>QueueMemberNotFound</c>.</returns>
    public Task<CrmResult<WorkQueue>> LeaveAsync(WorkQueueId id, string userId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.leave-queue", id, expectedVersion, q => q.CanLeave(userId), (q, now) => q.Leave(userId, now), cancellationToken);

    /// <summary>Finds a queue.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The queue; null when there is none or the actor is not of the staff.</returns>
    public async Task<WorkQueue?> FindAsync(WorkQueueId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await queues.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a queue by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The queue; null when there is none or the actor is not of the staff.</returns>
    public async Task<WorkQueue?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await queues.FindByNameAsync(name, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists all queues with their members, by position and name.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queues, to read; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<WorkQueue>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await queues.ListAsync(null, cancellationToken).ConfigureAwait(false) : [];

    private IReadOnlyList<CrmError> Problem(QueueSettings settings, Instant now) =>
        strategies.Find(settings.Strategy) is null ? [acts.Errors.AssignmentStrategyUnknown(settings.Strategy, string.Join(", ", strategies.Keys))]
        : settings.Criteria is null ? []
        : caseFields.Compile(settings.Criteria, now, acts.Errors).Errors;

    private Task<CrmResult<WorkQueue>> ChangeAsync(
        string act, WorkQueueId id, long? expectedVersion, Func<WorkQueue, CrmRuling> may, Action<WorkQueue, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, queues.FindAsync(id, cancellationToken), e => e.WorkQueueNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
