using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// What customers need, prefer and speak about, as data: noted with where it is known from, listed by customer and over all of them,
/// followed until it is met, confirmed or dropped.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CustomerVoice(IStatementStore statements, IStatementQueries queries, IInteractionStore interactions, ICustomerQueries customers, CustomerCare care, CrmActs acts)
{
    /// <summary>Most topics that are counted at once: 1,000.</summary>
    public const int MaxTopics = 1000;

    /// <summary>Notes something that a customer needs, prefers or spoke about.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>
    /// The statement, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InteractionNotFound</c>, <c>InteractionOfOthers</c>, <c>InvalidValue</c>.
    /// </returns>
    public Task<CrmResult<CustomerStatement>> NoteAsync(StatementDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<CustomerStatement>("interactions.note-statement", async now =>
        {
            if (await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
            }

            var contact = details.InteractionId is { } id ? await interactions.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
            if (details.InteractionId is { } named && contact is null)
            {
                return acts.Errors.InteractionNotFound(named.ToString());
            }

            if (contact is not null && contact.CustomerId != customer.Id && contact.OrganisationId != customer.Id && !contact.Participants.Any(p => p.CustomerId == customer.Id))
            {
                return acts.Errors.InteractionOfOthers(contact.Id.ToString());
            }

            var behalf = details.OrganisationId ?? (contact?.OrganisationId == customer.Id ? null : contact?.OrganisationId);
            var organisation = behalf is { } known ? (await customers.IdentifyAsync(known, cancellationToken).ConfigureAwait(false))?.Id : null;
            if (behalf is { } unknown && organisation is null)
            {
                return acts.Errors.CustomerNotFound(unknown.ToString());
            }

            var statement = new CustomerStatement(
                StatementId.New(now), details with { CustomerId = customer.Id, OrganisationId = organisation, At = details.At ?? contact?.At }, acts.Gate.Actor, now);
            statements.Add(statement);
            return statement;
        }, cancellationToken);
    }

    /// <summary>Finds a statement by its id. For staff.</summary>
    /// <param name="id">The statement.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The statement; null when there is none or the actor may not read it.</returns>
    public async Task<CustomerStatement?> FindAsync(StatementId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await statements.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Reads a page of statements, said last first. Those who are not of the staff see what they stated themselves, and nothing that was concluded.</summary>
    /// <param name="criteria">Which statements; every one when null.</param>
    /// <param name="page">Which page; the first 50 rows when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<StatementRecord>> ListAsync(StatementCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        var which = criteria ?? new StatementCriteria();
        if (which.CustomerId is { } customer && await customers.SurvivorOfAsync(customer, cancellationToken).ConfigureAwait(false) is { } survivor)
        {
            which = which with { CustomerId = survivor };
        }

        var reach = acts.Gate.Readable;
        if (!reach.Everything)
        {
            if (which.Origin == StatementOrigin.Inferred)
            {
                return new Page<StatementRecord>([], null);
            }

            which = which with { Origin = StatementOrigin.Stated };
        }

        return await queries.ListAsync(which, reach, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts statements by what they are about, the most frequent first. For staff.</summary>
    /// <param name="criteria">Which statements; every one when null.</param>
    /// <param name="take">How many topics at most; 1 to <see cref="MaxTopics"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The topics; none for those who are not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of bounds.</exception>
    public async Task<IReadOnlyList<TopicCount>> TopicsAsync(StatementCriteria? criteria = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTopics);
        return acts.Gate.Readable.Everything ? await queries.TopicsAsync(criteria ?? new(), take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>A requirement is met.</summary>
    /// <param name="id">The statement.</param>
    /// <param name="reason">How, one line.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The statement, or <c>ActNotAllowed</c>, <c>StatementNotFound</c>, <c>VersionConflict</c>, <c>StatementTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomerStatement>> MeetAsync(StatementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        MoveAsync("interactions.meet-requirement", id, StatementStatus.Met, reason, expectedVersion, cancellationToken);

    /// <summary>A statement holds no longer, or was noted by mistake.</summary>
    /// <inheritdoc cref="MeetAsync" />
    public Task<CrmResult<CustomerStatement>> DropAsync(StatementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        MoveAsync("interactions.drop-statement", id, StatementStatus.Dropped, reason, expectedVersion, cancellationToken);

    /// <summary>A statement that was settled holds again. A preference that became the customer's own stays so.</summary>
    /// <inheritdoc cref="MeetAsync" />
    public Task<CrmResult<CustomerStatement>> ReopenAsync(StatementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        MoveAsync("interactions.reopen-statement", id, StatementStatus.Open, reason, expectedVersion, cancellationToken);

    /// <summary>
    /// The customer confirmed a preference: it becomes one of the customer's own (<see cref="CustomerCare.PreferAsync"/>), under the topic as
    /// key, whose source names the statement, and through it the contact and who noted it.
    /// </summary>
    /// <param name="id">The statement.</param>
    /// <param name="reason">How, one line.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>
    /// The statement, or <c>ActNotAllowed</c>, <c>StatementNotFound</c>, <c>VersionConflict</c>, <c>StatementTransitionNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.
    /// </returns>
    public async Task<CrmResult<CustomerStatement>> ConfirmAsync(StatementId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        // All that can be refused is asked before anything changes.
        var rehearsed = await acts.ChangeAsync(
            "interactions.confirm-preference",
            statements.FindAsync(id, cancellationToken),
            e => e.StatementNotFound(id.ToString()),
            expectedVersion,
            s => s.CanMoveTo(StatementStatus.Confirmed),
            (_, _) => Guard.OptionalLine(reason, Interaction.MaxSubjectLength),
            cancellationToken).ConfigureAwait(false);
        if (!rehearsed.Succeeded)
        {
            return rehearsed;
        }

        var statement = rehearsed.Value;
        var preferred = await care.TakePreferenceAsync(statement.CustomerId, statement.Topic, statement.Text, SourceOf(id), cancellationToken).ConfigureAwait(false);
        return preferred.Succeeded
            ? await MoveAsync("interactions.confirm-preference", id, StatementStatus.Confirmed, reason, expectedVersion, cancellationToken).ConfigureAwait(false)
            : CrmResult<CustomerStatement>.Failed(preferred.Errors);
    }

    /// <summary>The source of a preference that a statement became.</summary>
    /// <param name="id">The statement.</param>
    /// <returns>The text that <see cref="CustomerPreference.Source"/> holds.</returns>
    public static string SourceOf(StatementId id) => $"statement {id}";

    private Task<CrmResult<CustomerStatement>> MoveAsync(
        string act, StatementId id, StatementStatus status, string? reason, long? expectedVersion, CancellationToken cancellationToken) => acts.ChangeAsync(
        act,
        statements.FindAsync(id, cancellationToken),
        e => e.StatementNotFound(id.ToString()),
        expectedVersion,
        s => s.CanMoveTo(status),
        (s, now) => s.MoveTo(status, reason, acts.Gate.Actor.Id, now),
        cancellationToken);
}
