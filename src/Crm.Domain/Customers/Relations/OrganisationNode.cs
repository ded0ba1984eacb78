namespace Crm.Domain.Customers;

/// <summary>An organisation in a tree.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="ParentId">The organisation it belongs to.</param>
/// <param name="DisplayName">The name.</param>
public sealed record OrganisationNode(CustomerId Id, CustomerId? ParentId, string DisplayName);
