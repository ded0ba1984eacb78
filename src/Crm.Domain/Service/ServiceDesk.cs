using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The service desk: opens cases and carries them to a solution.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ServiceDesk(
    IServiceCaseStore cases,
    ICaseMergeStore merges,
    IServiceCaseQueries queries,
    ICustomerQueries customers,
    ICrmNumberSeries numbers,
    CaseStatusCatalog statuses,
    CaseFollowUpOptions followUps,
    CrmActs acts,
    IEnumerable<ICaseObserver>? observers = null,
    ICaseEntitlements? entitlements = null)
{
    private readonly CaseOpening _opening = new(cases, customers, numbers, acts, entitlements);

    /// <summary>Name of the series that case numbers come from.</summary>
    public const string NumberSeries = "case";

    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>, <c>EntitlementNotFound</c>, and what
    /// <see cref="Entitlement.CanCover"/> refuses.</returns>
    public Task<CrmResult<ServiceCase>> OpenAsync(CaseDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<ServiceCase>("service.open-case", now => _opening.OpenAsync(details, null, now, cancellationToken), cancellationToken);
    }

    /// <summary>Finds a case by its id.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case; null when there is none or the actor is not of the staff. Customers read theirs by <see cref="CustomerCases"/>.</returns>
    public async Task<ServiceCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a case by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case; null when there is none or the actor is not of the staff. Customers read theirs by <see cref="CustomerCases"/>.</returns>
    public async Task<ServiceCase?> FindAsync(CaseNumber number, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await cases.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists cases, newest first. <see cref="CaseLists"/> has other orders and counts.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff. Customers list theirs by <see cref="CustomerCases"/>.</returns>
    public async Task<Page<CaseSummary>> ListAsync(CaseCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (!acts.Gate.Actor.IsStaff)
        {
            return new Page<CaseSummary>([], null);
        }

        var found = await queries.ListAsync(criteria, CrmReach.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return found.Items.Count == 0 && criteria.CustomerId is { } customer
            && await customers.SurvivorOfAsync(customer, cancellationToken).ConfigureAwait(false) is { } survivor
                ? await queries.ListAsync(criteria with { CustomerId = survivor }, CrmReach.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
                : found;
    }

    /// <summary>Replies to the customer in the actor's name.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="body">The text.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ReplyAsync(ServiceCaseId id, string body, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.reply", id, expectedVersion, c => c.CanReply(), (c, now) => c.Reply(body, acts.Gate.Actor.Name, now), cancellationToken);

    /// <summary>Writes a note for staff in the actor's name.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="body">The text.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> AddNoteAsync(ServiceCaseId id, string body, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.note", id, expectedVersion, _ => CrmRuling.Permitted, (c, now) => c.AddNote(body, acts.Gate.Actor.Name, now), cancellationToken);

    /// <summary>
    /// Takes a message of the customer. One to a case that was merged goes into the other; one to a closed case reopens it, or opens a new
    /// one that follows it up, as <see cref="CaseFollowUpOptions"/> say.
    /// </summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="body">The text.</param>
    /// <param name="author">Name of the customer.</param>
    /// <returns>The case that has the message, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ReceiveAsync(
        ServiceCaseId id, string body, string author, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ServiceCase>(
            "service.receive",
            now => new CaseReceiving(cases, merges, _opening, followUps, statuses, acts).ReceiveAsync(id, body, author, expectedVersion, now, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Gives the case to an agent, with its work: who has room for it handles it from then on. Work that the agent has no room for, or that
    /// goes to somebody who is no agent of queues, leaves its queue.
    /// </summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="agentId">The agent; null puts it back.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public Task<CrmResult<ServiceCase>> AssignAsync(ServiceCaseId id, string? agentId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ObservedAsync(
            ChangeAsync("service.assign", id, expectedVersion, c => c.CanAssign(), (c, now) => c.Assign(agentId, now), cancellationToken),
            (observer, assigned) => observer.AssignedAsync(assigned, assigned.UpdatedAt, cancellationToken));

    /// <summary>Sets how urgent the case is.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="priority">The priority.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public Task<CrmResult<ServiceCase>> PrioritiseAsync(
        ServiceCaseId id, CasePriority priority, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.prioritise", id, expectedVersion, c => c.CanPrioritise(), (c, now) => c.Prioritise(priority, now), cancellationToken);

    /// <summary>Moves the case to any status that the host uses.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="status">The status next.</param>
    /// <param name="solution">The solution, which a resolved status demands; null for any other.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseStatusUnknown</c>,
    /// <c>CaseTransitionNotAllowed</c>, <c>CaseSolutionMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> MoveAsync(
        ServiceCaseId id, CaseStatus status, string? solution = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        return SettleAsync("service.move-case", id, expectedVersion, c => c.CanMoveTo(status, solution, statuses), (c, now) => c.MoveTo(status, solution, now, statuses), cancellationToken);
    }

    /// <summary>Waits for the customer.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceCase>> WaitAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.wait", id, expectedVersion, c => c.CanWait(statuses), (c, now) => c.Wait(now, statuses), cancellationToken);

    /// <summary>Gives the solution.</summary>
    /// <param name="id">The case.</param>
    /// <param name="solution">The solution; not empty.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ResolveAsync(ServiceCaseId id, string solution, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.resolve", id, expectedVersion, c => c.CanResolve(statuses), (c, now) => c.Resolve(solution, now, statuses), cancellationToken);

    /// <summary>Closes a resolved case.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceCase>> CloseAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.close", id, expectedVersion, c => c.CanClose(statuses), (c, now) => c.Close(now, statuses), cancellationToken);

    /// <summary>Opens a resolved or closed case again.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseNotResolved</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceCase>> ReopenAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.reopen", id, expectedVersion, c => c.CanReopen(statuses), (c, now) => c.Reopen(now, statuses), cancellationToken);

    private Task<CrmResult<ServiceCase>> SettleAsync(
        string act, ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, Action<ServiceCase, Instant> change, CancellationToken cancellationToken) => ObservedAsync(
            ChangeAsync(act, id, expectedVersion, may, change, cancellationToken),
            (observer, moved) => moved.Category is CaseCategory.Resolved or CaseCategory.Closed ? observer.SettledAsync(moved, moved.UpdatedAt, cancellationToken) : Task.CompletedTask);

    private async Task<CrmResult<ServiceCase>> ObservedAsync(Task<CrmResult<ServiceCase>> act, Func<ICaseObserver, ServiceCase, Task> tell)
    {
        var result = await act.ConfigureAwait(false);
        if (result.TryGetValue(out var changed))
        {
            foreach (var observer in observers ?? [])
            {
                await tell(observer, changed).ConfigureAwait(false);
            }
        }

        return result;
    }

    private Task<CrmResult<ServiceCase>> ChangeAsync(
        string act, ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, Action<ServiceCase, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, cases.FindAsync(id, cancellationToken), e => e.CaseNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
