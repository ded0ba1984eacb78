using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;

namespace Crm.Domain.Service;

/// <summary>What is known of a case that is to be opened.</summary>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="Subject">One line: what is wrong; at most 200 characters.</param>
public sealed record CaseDetails(CustomerId CustomerId, string Subject)
{
    /// <summary>What the customer says.</summary>
    public string? Description { get; init; }

    /// <summary>How urgent it is.</summary>
    /// <value><see cref="CasePriority.Normal"/> by default.</value>
    public CasePriority Priority { get; init; } = CasePriority.Normal;

    /// <summary>The channel over which the customer asked.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>The organisation on whose behalf the customer asks.</summary>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>What kind of matter it is, in the business's own words, such as <c>complaint</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; init; }

    /// <summary>The serial number of the piece, or the key of the asset.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The order in which it was bought.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>The line of that order.</summary>
    public int? OrderLine { get; init; }

    /// <summary>The closed case that this one takes up again.</summary>
    public ServiceCaseId? FollowUpOfId { get; init; }

    /// <summary>The entitlement under which it is to be served.</summary>
    /// <value>Null by default: the one that applies where <see cref="EntitlementOptions.ChoosesForNewCases"/> says so, else none.</value>
    public EntitlementId? EntitlementId { get; init; }

    /// <summary>The knowledge items that the customer had read before asking.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<KnowledgeItemId> ViewedArticles { get; init; } = [];

    internal CaseDescription ToDescription() => new(Subject)
    {
        OrganisationId = OrganisationId, Type = Type, Channel = Channel, Sku = Sku, SerialNumber = SerialNumber, OrderId = OrderId, OrderLine = OrderLine,
    };
}
