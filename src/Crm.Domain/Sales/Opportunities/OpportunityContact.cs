using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>A person of the buying centre. Part of <see cref="Opportunity"/>; changed by its acts.</summary>
public sealed class OpportunityContact
{
    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 300;

    private OpportunityContact()
    {
    }

    internal OpportunityContact(BuyingContact contact)
    {
        PersonId = Guard.NotEmpty(contact.PersonId);
        Take(contact);
    }

    /// <summary>The person; once per opportunity.</summary>
    public CustomerId PersonId { get; private set; }

    /// <summary>The part that the person plays.</summary>
    public BuyingRole Role { get; private set; }

    /// <summary>What else is worth knowing.</summary>
    public string? Note { get; private set; }

    internal void Take(BuyingContact contact) =>
        (Role, Note) = (Guard.Defined(contact.Role, nameof(contact)), Guard.OptionalLine(contact.Note, MaxNoteLength, nameof(contact)));
}
