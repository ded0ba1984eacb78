using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;

namespace Crm.Domain.Partners;

/// <summary>What offering a lead to partners needs to know of it.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Name">Who the person is.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="JobTitle">What the person does there.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The telephone number.</param>
/// <param name="Address">The postal address.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Description">What else is known.</param>
/// <param name="CustomerId">The customer that it came from, where that is known.</param>
public sealed record OfferedLead(
    LeadId Id, LeadStatus Status, string? Name, string? Organisation, string? JobTitle, string? Email, string? Phone, PostalAddress? Address, string? Topic, string? Description, CustomerId? CustomerId)
{
    /// <summary>Whether something can still come of it.</summary>
    public bool IsOpen => Status is not (LeadStatus.Converted or LeadStatus.Disqualified);
}
