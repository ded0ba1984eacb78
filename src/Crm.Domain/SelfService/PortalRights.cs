using Crm.Domain.Access;
using Crm.Domain.Customers;

namespace Crm.Domain.SelfService;

/// <summary>The right that signed-in customers bring to the portal: to act for the customers of their account, and for nobody else.</summary>
internal static class PortalRights
{
    /// <summary>Whether the actor is a signed-in customer who acts for a customer. Guests, partners and staff never are.</summary>
    public static bool ActsFor(this CrmGate gate, CustomerId id) => gate.Actor.Kind == ActorKind.PortalCustomer && gate.Readable.Includes(id.ToSubject());
}
