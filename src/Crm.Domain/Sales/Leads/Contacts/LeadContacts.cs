using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>
/// Records contacts with leads that are no customers yet. They stand in the lead's timeline; when the lead is converted they become
/// interactions of the customer. Contacts about a lead of a known customer are recorded by <see cref="ContactHistory"/>.
/// </summary>
/// <remarks>Scoped service, for staff and programs. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class LeadContacts(ILeadStore leads, ContactHistory history, CrmActs acts)
{
    /// <summary>Records a contact with a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="contact">What is known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadIsOfCustomer</c>,
    /// <c>LeadContactsFull</c>, what <see cref="ContactHistory.CanRecord"/> refuses, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Lead>> RecordAsync(LeadId id, LeadContactDetails contact, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var agent = contact.AgentId ?? (acts.Gate.Actor.Kind == ActorKind.Agent ? acts.Gate.Actor.Id : null);

        // What the channel does not carry could not become an interaction.
        var carried = history.CanRecord(new ContactDetails(CustomerId.New(acts.Now), contact.Channel, contact.Direction, contact.Subject) { Duration = contact.Duration });
        return acts.ChangeAsync(
            "sales.record-lead-contact",
            leads.FindAsync(id, cancellationToken),
            e => e.LeadNotFound(id.ToString()),
            expectedVersion,
            l => l.CanContact().Then(carried),
            (l, now) => l.Contact(contact, agent, now),
            cancellationToken);
    }
}
