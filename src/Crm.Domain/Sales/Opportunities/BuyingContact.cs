using Crm.Domain.Customers;

namespace Crm.Domain.Sales;

/// <summary>A person who plays a part in a purchase.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The part.</param>
public sealed record BuyingContact(CustomerId PersonId, BuyingRole Role = BuyingRole.Other)
{
    /// <summary>What else is worth knowing, at most <see cref="OpportunityContact.MaxNoteLength"/> characters.</summary>
    public string? Note { get; init; }
}
