using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Takes leads in, keeps what is known of them, and says who they probably are.</summary>
/// <remarks>Scoped service, for staff and programs. No act saves; the host saves once. Leads become customers by <see cref="LeadConverter"/>.</remarks>
[FrontDoor]
public sealed class LeadDesk(
    ILeadStore leads, ILeadQueries queries, ILeadQueueStore queues, ICustomerQueries customers, DuplicateFinder duplicates, TerritoryPlacement territories, SalesOptions options, CrmActs acts)
{
    private const int MostLeads = 20;

    /// <summary>Takes a lead in. Where a territory takes it, it waits in that territory's queue or goes to its owner at once.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Lead>> ReceiveAsync(LeadDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<Lead>(
            "sales.receive-lead",
            async now =>
            {
                var (living, missing) = await LivingAsync(details, cancellationToken).ConfigureAwait(false);
                if (missing is not null)
                {
                    return missing;
                }

                var received = new Lead(LeadId.New(now), living, now);
                leads.Add(received);
                if (await territories.FindAsync(received, now, cancellationToken).ConfigureAwait(false) is { } territory)
                {
                    received.EnterTerritory(territory, changesOwner: false, now);
                }

                return received;
            },
            cancellationToken);
    }

    /// <summary>Sets anew what is known of a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="details">What is known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<Lead>> DescribeAsync(LeadId id, LeadDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        var (living, missing) = await LivingAsync(details, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "sales.describe-lead",
            id,
            expectedVersion,
            l => l.CanDescribe().Then(missing is null ? CrmRuling.Permitted : CrmRuling.Refused(_ => missing)),
            (l, now) => l.Describe(living, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a lead in another status: work on it, or keep it warm. A disqualified one is taken up again by it.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="status">Working or nurturing.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Lead>> MoveAsync(LeadId id, LeadStatus status, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.move-lead", id, expectedVersion, l => l.CanMoveTo(status), (l, now) => l.MoveTo(status, now), cancellationToken);

    /// <summary>Says that nothing will come of a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Lead>> DisqualifyAsync(LeadId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.disqualify-lead", id, expectedVersion, l => l.CanDisqualify(), (l, now) => l.Disqualify(reason, now), cancellationToken);

    /// <summary>Gives a lead to somebody, by hand.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="ownerId">Who answers for it since; null to put it back in its queue, or nowhere.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Lead>> AssignAsync(LeadId id, string? ownerId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.assign-lead", id, expectedVersion, l => l.CanAssign(), (l, now) => l.Assign(ownerId, now), cancellationToken);

    /// <summary>Puts a lead in a queue, where it waits for an owner.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="queueId">The queue.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadQueueNotFound</c>.</returns>
    public async Task<CrmResult<Lead>> EnqueueAsync(LeadId id, LeadQueueId queueId, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var isThere = await queues.FindAsync(queueId, cancellationToken).ConfigureAwait(false) is not null;
        return await ChangeAsync(
            "sales.enqueue-lead",
            id,
            expectedVersion,
            l => isThere ? l.CanEnqueue() : CrmRuling.Refused(e => e.LeadQueueNotFound(queueId.ToString())),
            (l, now) => l.Enqueue(queueId, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a lead points for something it did.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="action">Key of what it did; see <see cref="LeadScoring"/>.</param>
    /// <param name="by">Who did it, where that is known: what members of staff do on the business's own pages gives nobody points.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadActionUnknown</c>, <c>LeadScoredByStaff</c>, <c>LeadScoredOnce</c>.</returns>
    public Task<CrmResult<Lead>> ScoreAsync(LeadId id, string action, Actor? by = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var (scoring, known) = (options.LeadScoring, options.LeadScoring.Find(action));
        return ChangeAsync(
            "sales.score-lead",
            id,
            expectedVersion,
            l => known is null ? CrmRuling.Refused(e => e.LeadActionUnknown(action))
                : by is { IsStaff: true } ? CrmRuling.Refused(e => e.LeadScoredByStaff(l.DisplayName))
                : l.CanGetPoints(known),
            (l, now) => l.GetPoints(known!, scoring.Thresholds, now),
            cancellationToken);
    }

    /// <summary>Who a lead probably is: recorded customers by the rules for duplicates, and other leads with its e-mail address.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The findings, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>.</returns>
    public Task<CrmResult<LeadDuplicates>> FindDuplicatesAsync(LeadId id, CancellationToken cancellationToken = default) => acts.MakeAsync<LeadDuplicates>(
        "sales.find-lead-duplicates",
        async _ =>
        {
            if (await leads.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } lead)
            {
                return acts.Errors.LeadNotFound(id.ToString());
            }

            async Task<DuplicateFindings> FindAsync(NewCustomer? customer) =>
                customer is null ? DuplicateFindings.None : (await duplicates.FindAsync(customer, cancellationToken).ConfigureAwait(false)).Value;
            var others = lead.EmailKey is { } email
                ? (await queries.ListAsync(new LeadCriteria { EmailKey = email }, new PageRequest { Take = MostLeads + 1 }, cancellationToken).ConfigureAwait(false)).Items
                : [];
            return new LeadDuplicates(
                await FindAsync(LeadCustomers.Person(lead)).ConfigureAwait(false),
                await FindAsync(LeadCustomers.Organisation(lead)).ConfigureAwait(false),
                [.. others.Where(o => o.Id != id).Take(MostLeads)]);
        },
        cancellationToken);

    /// <summary>Finds a lead, converted ones too: they say what they became.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The lead; null when there is none or the actor is not of the staff.</returns>
    public async Task<Lead?> FindAsync(LeadId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await leads.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists leads, newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<LeadSummary>> ListAsync(LeadCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.Gate.Actor.IsStaff ? await queries.ListAsync(criteria, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new Page<LeadSummary>([], null);
    }

    private async Task<(LeadDetails Living, CrmError? Missing)> LivingAsync(LeadDetails details, CancellationToken cancellationToken)
    {
        if (details.CustomerId is not { } named)
        {
            return (details, null);
        }

        var customer = await customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false);
        return customer is null ? (details, acts.Errors.CustomerNotFound(named.ToString())) : (details with { CustomerId = customer.Id }, null);
    }

    private Task<CrmResult<Lead>> ChangeAsync(
        string act, LeadId id, long? expectedVersion, Func<Lead, CrmRuling> may, Action<Lead, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, leads.FindAsync(id, cancellationToken), e => e.LeadNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
