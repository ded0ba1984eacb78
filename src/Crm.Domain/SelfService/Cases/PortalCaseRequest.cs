using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;

namespace Crm.Domain.SelfService;

/// <summary>What a customer says of a case that it opens in the portal. How urgent it is and what kind of matter, the business decides.</summary>
/// <param name="CustomerId">The customer, one that the account acts for.</param>
/// <param name="Subject">What is wrong, one line.</param>
public sealed record PortalCaseRequest(CustomerId CustomerId, string Subject)
{
    /// <summary>The first message.</summary>
    /// <value>Null by default: the subject says it all.</value>
    public string? Description { get; init; }

    /// <summary>The organisation on whose behalf, one that the account acts for.</summary>
    /// <value>Null by default.</value>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>The product it is about, by its stock-keeping unit; one of the catalogue.</summary>
    /// <value>Null by default.</value>
    public string? Sku { get; init; }

    /// <summary>The serial number of the piece.</summary>
    /// <value>Null by default.</value>
    public string? SerialNumber { get; init; }

    /// <summary>The order in which it was bought, one of a customer that the account acts for.</summary>
    /// <value>Null by default.</value>
    public OrderId? OrderId { get; init; }

    /// <summary>The line of that order.</summary>
    /// <value>Null by default.</value>
    public int? OrderLine { get; init; }

    /// <summary>The knowledge items that the customer had read before asking.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<KnowledgeItemId> ViewedArticles { get; init; } = [];
}
