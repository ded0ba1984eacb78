using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Lead
{
    /// <summary>Most contacts that a lead keeps; who is in touch so often is a customer.</summary>
    public const int MaxContacts = 200;

    private readonly List<LeadContact> _contacts = [];

    /// <summary>The contacts with it, in the order in which they were recorded; none once it is converted, when they are interactions of the customer.</summary>
    public IReadOnlyList<LeadContact> Contacts => [.. _contacts.OrderBy(c => c.Ordinal)];

    /// <summary>Whether a contact with it can be recorded here.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>LeadIsOfCustomer</c> where the customer is known, <c>LeadContactsFull</c>.</returns>
    public CrmRuling CanContact() => WhileUnconverted() is { IsPermitted: false } refused ? refused
        : CustomerId is not null ? CrmRuling.Refused(e => e.LeadIsOfCustomer(DisplayName))
        : _contacts.Count >= MaxContacts ? CrmRuling.Refused(e => e.LeadContactsFull(DisplayName, MaxContacts))
        : CrmRuling.Permitted;

    /// <summary>Records a contact with it.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="agentId">The agent it is tied to.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted, of a known customer, or has too many contacts.</exception>
    /// <exception cref="ArgumentException">A text is out of its bounds, or the contact begins in the future.</exception>
    public void Contact(LeadContactDetails details, string? agentId, Instant now)
    {
        CanContact().Demand();
        var contact = new LeadContact(_contacts.Select(c => c.Ordinal).DefaultIfEmpty().Max() + 1, details, agentId, now);
        _contacts.Add(contact);
        Raise(new LeadContacted(Id, contact.Channel, contact.Direction, contact.Subject, contact.AgentId, contact.At));
    }
}
