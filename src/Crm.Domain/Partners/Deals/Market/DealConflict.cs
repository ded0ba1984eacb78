using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>What else is about the same customer, product and period.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of the registration or opportunity.</param>
/// <param name="Name">What it is called.</param>
public sealed record DealConflict(DealConflictKind Kind, Guid Id, string Name)
{
    /// <summary>Whether it keeps the registration from being approved: others that are approved and what is worked on do; who only asks for the same does not.</summary>
    public bool IsBlocking => Kind != DealConflictKind.Rival;
}
