using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The service desk: opens cases and carries them to a solution.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ServiceDesk(
    IServiceCaseStore cases, IServiceCaseQueries queries, ICustomerQueries customers, ICrmNumberSeries numbers, CrmActs acts, IEnumerable<ICaseObserver>? observers = null)
{
    /// <summary>Name of the series that case numbers come from.</summary>
    public const string NumberSeries = "case";

    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> OpenAsync(CaseDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<ServiceCase>("service.open-case", async now =>
        {
            if (await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
            }

            CustomerId? organisation = null;
            if (details.OrganisationId is { } wanted)
            {
                if (await customers.IdentifyAsync(wanted, cancellationToken).ConfigureAwait(false) is not { } found)
                {
                    return acts.Errors.CustomerNotFound(wanted.ToString());
                }

                organisation = found.Id;
            }

            var drawn = await numbers.NextAsync(NumberSeries, 1, cancellationToken).ConfigureAwait(false);
            var opened = new ServiceCase(
                ServiceCaseId.New(now), CaseNumber.From(drawn[0]), details with { CustomerId = customer.Id, OrganisationId = organisation }, customer.DisplayName, now);
            cases.Add(opened);
            await observers.ChangedAsync([opened], now, cancellationToken).ConfigureAwait(false);
            return opened;
        }, cancellationToken);
    }

    /// <summary>Finds a case by its id.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case; null when there is none or the actor may not read it.</returns>
    public async Task<ServiceCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        Readable(await cases.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds a case by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case; null when there is none or the actor may not read it.</returns>
    public async Task<ServiceCase?> FindAsync(CaseNumber number, CancellationToken cancellationToken = default) =>
        Readable(await cases.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false));

    /// <summary>Lists the cases that the actor may read, newest first.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<CaseSummary>> ListAsync(CaseCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var found = await queries.ListAsync(criteria, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return found.Items.Count == 0 && criteria.CustomerId is { } customer
            && await customers.SurvivorOfAsync(customer, cancellationToken).ConfigureAwait(false) is { } survivor
                ? await queries.ListAsync(criteria with { CustomerId = survivor }, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
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

    /// <summary>Takes a message of the customer.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="body">The text.</param>
    /// <param name="author">Name of the customer.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ReceiveAsync(
        ServiceCaseId id, string body, string author, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.receive", id, expectedVersion, c => c.CanReceive(), (c, now) => c.Receive(body, author, now), cancellationToken);

    /// <summary>Gives the case to an agent.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="agentId">The agent; null puts it back.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public Task<CrmResult<ServiceCase>> AssignAsync(ServiceCaseId id, string? agentId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.assign", id, expectedVersion, c => c.CanAssign(), (c, now) => c.Assign(agentId, now), cancellationToken);

    /// <summary>Sets how urgent the case is.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <param name="priority">The priority.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public Task<CrmResult<ServiceCase>> PrioritiseAsync(
        ServiceCaseId id, CasePriority priority, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.prioritise", id, expectedVersion, c => c.CanPrioritise(), (c, now) => c.Prioritise(priority, now), cancellationToken);

    /// <summary>Waits for the customer.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceCase>> WaitAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.wait", id, expectedVersion, c => c.CanWait(), (c, now) => c.Wait(now), cancellationToken);

    /// <summary>Gives the solution.</summary>
    /// <param name="id">The case.</param>
    /// <param name="solution">The solution; not empty.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ResolveAsync(ServiceCaseId id, string solution, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.resolve", id, expectedVersion, c => c.CanResolve(), (c, now) => c.Resolve(solution, now), cancellationToken);

    /// <summary>Closes a resolved case.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceCase>> CloseAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.close", id, expectedVersion, c => c.CanClose(), (c, now) => c.Close(now), cancellationToken);

    /// <summary>Opens a resolved or closed case again.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/param" />
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseNotResolved</c>.</returns>
    public Task<CrmResult<ServiceCase>> ReopenAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.reopen", id, expectedVersion, c => c.CanReopen(), (c, now) => c.Reopen(now), cancellationToken);

    private async Task<CrmResult<ServiceCase>> SettleAsync(
        string act, ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, Action<ServiceCase, Instant> change, CancellationToken cancellationToken)
    {
        var result = await ActAsync(act, id, expectedVersion, may, change, cancellationToken).ConfigureAwait(false);
        if (result.TryGetValue(out var settled))
        {
            await observers.SettledAsync(settled, settled.UpdatedAt, cancellationToken).ConfigureAwait(false);
            await observers.ChangedAsync([settled], settled.UpdatedAt, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private async Task<CrmResult<ServiceCase>> ChangeAsync(
        string act, ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, Action<ServiceCase, Instant> change, CancellationToken cancellationToken)
    {
        var result = await ActAsync(act, id, expectedVersion, may, change, cancellationToken).ConfigureAwait(false);
        if (result.TryGetValue(out var changed))
        {
            await observers.ChangedAsync([changed], changed.UpdatedAt, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private Task<CrmResult<ServiceCase>> ActAsync(
        string act, ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, Action<ServiceCase, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, cases.FindAsync(id, cancellationToken), e => e.CaseNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    // A portal customer reads its own cases and those of organisations it acts for.
    private ServiceCase? Readable(ServiceCase? found)
    {
        var reach = acts.Gate.Readable;
        return found is null || reach.Everything
            || reach.Includes(found.CustomerId.ToSubject())
            || (found.OrganisationId is { } organisation && reach.Includes(organisation.ToSubject()))
                ? found
                : null;
    }
}
