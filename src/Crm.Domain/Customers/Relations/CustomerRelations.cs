using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Who belongs to whom: persons to organisations, and organisations to each other.</summary>
/// <remarks>Scoped service. Only <see cref="MoveUnderAsync"/> saves by itself; the host saves the others' changes once.</remarks>
[FrontDoor]
public sealed class CustomerRelations(
    ICustomerStore customers, ICustomerQueries identities, ICustomerRelationQueries queries, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Makes a person a member of an organisation; the first active membership becomes primary.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="details">What is known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>, <c>NotAnOrganisation</c>,
    /// <c>MembershipAlreadyActive</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<Customer>> JoinAsync(
        CustomerId personId, MembershipDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        var organisation = await identities.IdentifyAsync(details.OrganisationId, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "customers.join",
            personId,
            expectedVersion,
            p => organisation is null ? CrmRuling.Refused(e => e.CustomerNotFound(details.OrganisationId.ToString()))
                : organisation.Kind != CustomerKind.Organisation ? CrmRuling.Refused(e => e.NotAnOrganisation(details.OrganisationId.ToString()))
                : p.CanJoin(organisation.Id),
            (p, now) => p.Join(details with { OrganisationId = organisation!.Id }, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what a person does in an organisation.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="id">The membership.</param>
    /// <param name="role">What the person does there; null when it is not known.</param>
    /// <param name="department">Where in the organisation; null when it is not known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>, <c>MembershipNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Customer>> DescribeMembershipAsync(
        CustomerId personId, MembershipId id, string? role, string? department, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.describe-membership", personId, expectedVersion, p => p.CanChangeMembership(id), (p, now) => p.DescribeMembership(id, role, department, now), cancellationToken);

    /// <summary>Makes an active membership the person's primary one.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="id">The membership.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>, <c>MembershipNotFound</c>, <c>MembershipNotActive</c>.</returns>
    public Task<CrmResult<Customer>> MakePrimaryAsync(CustomerId personId, MembershipId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.prefer-membership", personId, expectedVersion, p => p.CanMakeMembershipPrimary(id), (p, now) => p.MakeMembershipPrimary(id, now), cancellationToken);

    /// <summary>Ends a membership and keeps it as a former one.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="id">The membership.</param>
    /// <param name="until">The last day, if known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>, <c>MembershipNotFound</c>,
    /// <c>MembershipNotActive</c>, <c>MembershipEndsBeforeItBegins</c>.</returns>
    public Task<CrmResult<Customer>> EndMembershipAsync(
        CustomerId personId, MembershipId id, LocalDate? until = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.end-membership", personId, expectedVersion, p => p.CanEndMembership(id, until), (p, now) => p.EndMembership(id, until, now), cancellationToken);

    /// <summary>Removes a membership that was recorded by mistake.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="id">The membership.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>, <c>MembershipNotFound</c>.</returns>
    public Task<CrmResult<Customer>> RemoveMembershipAsync(CustomerId personId, MembershipId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.remove-membership", personId, expectedVersion, p => p.CanChangeMembership(id), (p, now) => p.RemoveMembership(id, now), cancellationToken);

    /// <summary>
    /// Puts an organisation under another one, or at the top of a tree of its own, and saves. Moves wait for each other, so that
    /// two of them cannot make a cycle together.
    /// </summary>
    /// <param name="id">The organisation that moves, with all below it.</param>
    /// <param name="parentId">The organisation above it; null for the top of a tree.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The organisation, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAnOrganisation</c>,
    /// <c>OrganisationCycle</c>, <c>OrganisationTreeTooDeep</c>.</returns>
    public Task<CrmResult<Organisation>> MoveUnderAsync(CustomerId id, CustomerId? parentId, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync(
            "customers.move-organisation",
            async now =>
            {
                await queries.HoldTreesAsync(token).ConfigureAwait(false);
                var found = await customers.FindAsync(id, token).ConfigureAwait(false);
                return found is Organisation organisation
                    ? await MoveAsync(organisation, parentId, now, token).ConfigureAwait(false)
                    : found is null ? acts.Errors.CustomerNotFound(id.ToString()) : acts.Errors.NotAnOrganisation(id.ToString());
            },
            token),
        cancellationToken);

    /// <summary>Lists the people of an organisation, recorded last first; nobody when the actor may not read it.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="activeOnly">Leaves former members out; true by default.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<OrganisationMember>> PeopleAsync(
        CustomerId organisationId, bool activeOnly = true, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        MayRead(organisationId) ? await queries.PeopleAsync(organisationId, activeOnly, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>The organisations of a tree, level by level, its top included; none when the actor may not read it.</summary>
    /// <param name="organisationId">The top.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The levels.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<OrganisationNode>>> TreeAsync(CustomerId organisationId, CancellationToken cancellationToken = default) =>
        MayRead(organisationId) ? await queries.TreeAsync(organisationId, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Counts people, cases, orders and value over a whole tree; for staff.</summary>
    /// <param name="organisationId">The top.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures; null when there is no such organisation, or the actor may not read it.</returns>
    public async Task<OrganisationRollUp?> RollUpAsync(CustomerId organisationId, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Readable.Everything)
        {
            return null;
        }

        var figures = await queries.RollUpAsync(organisationId, cancellationToken).ConfigureAwait(false);
        return figures.Organisations == 0 ? null : figures;
    }

    private async Task<CrmResult<Organisation>> MoveAsync(Organisation organisation, CustomerId? parentId, Instant now, CancellationToken cancellationToken)
    {
        CustomerId? parent = null;
        if (parentId is { } wanted)
        {
            if (await identities.IdentifyAsync(wanted, cancellationToken).ConfigureAwait(false) is not { } above)
            {
                return acts.Errors.CustomerNotFound(wanted.ToString());
            }

            if (above.Kind != CustomerKind.Organisation)
            {
                return acts.Errors.NotAnOrganisation(wanted.ToString());
            }

            parent = above.Id;
            var ancestors = await queries.AncestorsAsync(above.Id, cancellationToken).ConfigureAwait(false);
            if (above.Id == organisation.Id || ancestors.Any(a => a.Id == organisation.Id))
            {
                return acts.Errors.OrganisationCycle(organisation.Id.ToString());
            }

            var below = await queries.TreeAsync(organisation.Id, cancellationToken).ConfigureAwait(false);
            if (ancestors.Count + 1 + below.Count > Organisation.MaxTreeDepth)
            {
                return acts.Errors.OrganisationTreeTooDeep(Organisation.MaxTreeDepth);
            }
        }

        if (organisation.ParentId != parent)
        {
            organisation.MoveUnder(parent, now);
        }

        return organisation;
    }

    private bool MayRead(CustomerId id) => acts.Gate.Readable.Includes(new(SubjectKinds.Customer, id.Value));

    private Task<CrmResult<Customer>> ChangeAsync(
        string act, CustomerId id, long? expectedVersion, Func<Person, CrmRuling> may, Action<Person, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(
            act,
            customers.FindAsync(id, cancellationToken),
            e => e.CustomerNotFound(id.ToString()),
            expectedVersion,
            c => c is Person person ? may(person) : CrmRuling.Refused(e => e.NotAPerson(id.ToString())),
            (c, now) => change((Person)c, now),
            cancellationToken);
}
