using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

public sealed partial class Organisation
{
    /// <summary>How many organisations lie at most between the top of a tree and its lowest member, both included.</summary>
    public const int MaxTreeDepth = 32;

    /// <summary>The organisation it belongs to; null at the top of a tree.</summary>
    public CustomerId? ParentId { get; private set; }

    /// <summary>
    /// Whether it can belong to another organisation, as far as it can tell itself: <see cref="CustomerRelations.MoveUnderAsync"/>
    /// judges cycles and depth.
    /// </summary>
    /// <param name="parentId">The other organisation; null for the top of a tree.</param>
    /// <returns>The ruling; refused with <c>OrganisationCycle</c>.</returns>
    public CrmRuling CanMoveUnder(CustomerId? parentId) => parentId == Id
        ? CrmRuling.Refused(e => e.OrganisationCycle(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Puts it under another organisation, or at the top of a tree of its own.</summary>
    /// <param name="parentId">The other organisation; null for the top of a tree.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It would belong to itself.</exception>
    internal void MoveUnder(CustomerId? parentId, Instant now)
    {
        CanMoveUnder(parentId).Demand();
        var before = ParentId;
        ParentId = parentId is { } parent ? Guard.NotEmpty(parent) : null;
        Raise(new OrganisationMoved(Id, before, ParentId, now));
    }
}
