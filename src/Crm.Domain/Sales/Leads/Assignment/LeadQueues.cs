using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Makes queues of leads, keeps their members, and gives leads out by rule and capacity.</summary>
/// <remarks>Scoped service, for staff. No act saves but <see cref="GiveOutAsync"/>, which saves lead by lead.</remarks>
[FrontDoor]
public sealed class LeadQueues(
    ILeadQueueStore queues, ILeadStore leads, ILeadQueries queries, LeadFieldCatalogue fields, IBusinessZone business, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Makes a queue.</summary>
    /// <param name="name">The name; unique.</param>
    /// <param name="settings">How it works; a daily count without criteria when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>LeadQueueNameTaken</c>, <c>InvalidValue</c>, or what is wrong with the criteria.</returns>
    public Task<CrmResult<LeadQueue>> CreateAsync(string name, LeadQueueSettings? settings = null, CancellationToken cancellationToken = default) => acts.MakeAsync<LeadQueue>(
        "sales.create-lead-queue",
        async now =>
        {
            var made = new LeadQueue(LeadQueueId.New(now), name, settings ?? new(), now);
            if (Problem(settings) is { } wrong)
            {
                return wrong;
            }

            if (await queues.FindByNameAsync(made.Name, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.LeadQueueNameTaken(made.Name);
            }

            queues.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Sets anew how a queue works.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="settings">How it works.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>LeadQueueNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>, or what is wrong with the criteria.</returns>
    public Task<CrmResult<LeadQueue>> ConfigureAsync(LeadQueueId id, LeadQueueSettings settings, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ChangeAsync(
            "sales.configure-lead-queue",
            id,
            expectedVersion,
            _ => Problem(settings) is { } wrong ? CrmRuling.Refused(_ => wrong) : CrmRuling.Permitted,
            (q, now) => q.Configure(settings, now),
            cancellationToken);
    }

    /// <summary>Makes somebody a member of a queue, or changes a member's share.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="userId">Who.</param>
    /// <param name="weight">The share, in relation to the others' weights; 1 to <see cref="LeadQueueMember.MaxWeight"/>.</param>
    /// <param name="capacity">Most leads of a period; null for any number.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>LeadQueueNotFound</c>, <c>VersionConflict</c>, <c>LeadQueueFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<LeadQueue>> SetMemberAsync(
        LeadQueueId id, string userId, int weight = 1, int? capacity = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.set-lead-queue-member", id, expectedVersion, q => q.CanSetMember(userId), (q, now) => q.SetMember(userId, weight, capacity, now), cancellationToken);

    /// <summary>Removes a member of a queue. Leads that it has stay with it.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="userId">Who.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The queue, or <c>ActNotAllowed</c>, <c>LeadQueueNotFound</c>, <c>VersionConflict</c>, <c>LeadQueueMemberNotFound</c>.</returns>
    public Task<CrmResult<LeadQueue>> RemoveMemberAsync(LeadQueueId id, string userId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.remove-lead-queue-member", id, expectedVersion, q => q.CanRemoveMember(userId), (q, now) => q.RemoveMember(userId, now), cancellationToken);

    /// <summary>Puts a lead in the first queue whose criteria hold for it.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>NoLeadQueueFits</c>.</returns>
    public async Task<CrmResult<Lead>> RouteAsync(LeadId id, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var all = await queues.ListAsync(cancellationToken).ConfigureAwait(false);
        LeadQueue? Fitting(Lead lead) => all.FirstOrDefault(q => q.Criteria is { } criteria && fields.Holds(criteria, lead, acts.Now, acts.Errors));
        return await acts.ChangeAsync(
            "sales.route-lead",
            leads.FindAsync(id, cancellationToken),
            e => e.LeadNotFound(id.ToString()),
            expectedVersion,
            l => l.CanEnqueue().Then(Fitting(l) is null ? CrmRuling.Refused(e => e.NoLeadQueueFits(l.DisplayName)) : CrmRuling.Permitted),
            (l, now) => l.Enqueue(Fitting(l)!.Id, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the leads that wait in a queue to its members, those that came first first, until none waits or nobody has room, and saves each by
    /// itself. Two who do so at once give no lead twice and nobody too much: one of them stops with what it gave.
    /// </summary>
    /// <param name="id">The queue.</param>
    /// <param name="take">Most leads; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the rest.</param>
    /// <returns>The leads that were given out, or <c>ActNotAllowed</c>, <c>LeadQueueNotFound</c>; <c>VersionConflict</c> where somebody was faster from the first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its bounds.</exception>
    public async Task<CrmResult<IReadOnlyList<LeadSummary>>> GiveOutAsync(LeadQueueId id, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        if (acts.Gate.MayAct("sales.give-out-leads") is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        var given = new List<LeadSummary>();
        foreach (var waiting in await queries.WaitingAsync(id, take, cancellationToken).ConfigureAwait(false))
        {
            var step = await unitOfWork.InTransactionAsync(token => acts.MakeAsync("sales.give-out-leads", now => GiveAsync(id, waiting, now, token), token), cancellationToken).ConfigureAwait(false);
            if (step.TryGetValue(out var lead))
            {
                given.Add(LeadSummary.Of(lead));
            }
            else if (step.Errors is [{ Code: nameof(CrmErrorDescriber.LeadQueueWithoutRoom) }])
            {
                break;
            }
            else
            {
                return given.Count > 0 ? given : CrmResult<IReadOnlyList<LeadSummary>>.Failed(step.Errors);
            }
        }

        return given.Count > 0 || await queues.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null ? given : acts.Errors.LeadQueueNotFound(id.ToString());
    }

    /// <summary>Lists all queues with their members, by position and name.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queues, to read; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<LeadQueue>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await queues.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private async Task<CrmResult<Lead>> GiveAsync(LeadQueueId id, LeadId waiting, Instant now, CancellationToken cancellationToken)
    {
        var queue = await queues.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var lead = await leads.FindAsync(waiting, cancellationToken).ConfigureAwait(false);
        if (queue is null || lead is null)
        {
            return queue is null ? acts.Errors.LeadQueueNotFound(id.ToString()) : acts.Errors.LeadNotFound(waiting.ToString());
        }

        // Somebody else may have given it out since it was listed.
        if (lead.QueueId != id || lead.OwnerId is not null)
        {
            return acts.Errors.VersionConflict($"Lead {waiting}");
        }

        var day = now.InZone(business.Zone).Date;
        queue.CanGive(day).Demand();
        var next = queue.NextOn(day)!.UserId;
        queue.Give(day, now);
        lead.Assign(next, now);
        return lead;
    }

    private CrmError? Problem(LeadQueueSettings? settings) => settings?.Criteria is { } criteria ? fields.Compile(criteria, acts.Now, acts.Errors).Errors.FirstOrDefault() : null;

    private Task<CrmResult<LeadQueue>> ChangeAsync(
        string act, LeadQueueId id, long? expectedVersion, Func<LeadQueue, CrmRuling> may, Action<LeadQueue, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, queues.FindAsync(id, cancellationToken), e => e.LeadQueueNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
