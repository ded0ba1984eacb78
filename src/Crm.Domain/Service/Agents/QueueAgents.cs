using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Keeps what routing must know of agents: skills, capacity, and whether they take work.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class QueueAgents(IQueueAgentStore agents, CrmActs acts)
{
    /// <summary>Makes a member of staff an agent, offline at first.</summary>
    /// <param name="userId">Id in the host's user directory.</param>
    /// <param name="profile">Skills and capacity; one unit and no skill when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agent, or <c>ActNotAllowed</c>, <c>QueueAgentAlreadyPresent</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<QueueAgent>> RegisterAsync(string userId, AgentProfile? profile = null, CancellationToken cancellationToken = default) => acts.MakeAsync<QueueAgent>(
        "service.register-agent",
        async now =>
        {
            var registered = new QueueAgent(QueueAgentId.New(now), userId, profile ?? new AgentProfile(), now);
            if (await agents.FindAsync(registered.UserId, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.QueueAgentAlreadyPresent(registered.UserId);
            }

            agents.Add(registered);
            return registered;
        },
        cancellationToken);

    /// <summary>Sets an agent's skills and capacity anew.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="profile">Skills and capacity.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agent, or <c>ActNotAllowed</c>, <c>QueueAgentNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<QueueAgent>> DescribeAsync(string userId, AgentProfile profile, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        acts.ChangeAsync(
            "service.describe-agent", agents.FindAsync(userId, cancellationToken), e => e.QueueAgentNotFound(userId), expectedVersion, _ => CrmRuling.Permitted,
            (a, now) => a.Describe(profile, now), cancellationToken);

    /// <summary>An agent comes, steps away or leaves. The time that it was there before is kept for figures.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="availability">What it is from now on.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agent, or <c>ActNotAllowed</c>, <c>QueueAgentNotFound</c>, <c>VersionConflict</c>, <c>AgentAvailabilityUnchanged</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<QueueAgent>> BecomeAsync(
        string userId, AgentAvailability availability, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
            "service.change-availability",
            agents.FindAsync(userId, cancellationToken),
            e => e.QueueAgentNotFound(userId),
            expectedVersion,
            a => a.CanBecome(availability),
            (a, now) =>
            {
                var (before, since) = (a.Availability, a.AvailableSince);
                a.Become(availability, now);
                if (before != AgentAvailability.Offline && since < now)
                {
                    agents.Add(new AgentPeriod(AgentPeriodId.New(now), a.Id, before, since, now));
                }
            },
            cancellationToken);

    /// <summary>Finds an agent.</summary>
    /// <param name="userId">Id in the host's user directory.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The agent; null when there is none or the actor is not of the staff.</returns>
    public async Task<QueueAgent?> FindAsync(string userId, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await agents.FindAsync(userId, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists all agents with the work that they have, by id.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The agents; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<AgentLoad>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await agents.LoadsAsync(null, cancellationToken).ConfigureAwait(false) : [];
}
