using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Reads memberships and organisation trees without tracking.</summary>
public interface ICustomerRelationQueries
{
    /// <summary>Lists the people of an organisation, recorded last first.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="activeOnly">Leaves former members out.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<OrganisationMember>> PeopleAsync(CustomerId organisationId, bool activeOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The organisations above one, nearest first.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>At most <see cref="Organisation.MaxTreeDepth"/> organisations, the one itself left out.</returns>
    Task<IReadOnlyList<OrganisationNode>> AncestorsAsync(CustomerId organisationId, CancellationToken cancellationToken);

    /// <summary>The organisations of a tree, level by level, its top included.</summary>
    /// <param name="organisationId">The top.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The levels; the first holds the top alone, and none is empty.</returns>
    Task<IReadOnlyList<IReadOnlyList<OrganisationNode>>> TreeAsync(CustomerId organisationId, CancellationToken cancellationToken);

    /// <summary>Counts a whole tree in the database.</summary>
    /// <param name="organisationId">The top.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures.</returns>
    Task<OrganisationRollUp> RollUpAsync(CustomerId organisationId, CancellationToken cancellationToken);

    /// <summary>
    /// Lets one unit of work at a time change organisation trees, until its transaction ends: two moves that each are right would
    /// make a cycle together.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When the trees are ours.</returns>
    Task HoldTreesAsync(CancellationToken cancellationToken);
}
