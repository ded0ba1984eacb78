using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Domain.Feedback;

/// <summary>What a customer complains of.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Category">One of <see cref="FeedbackOptions.ComplaintCategories"/>.</param>
/// <param name="Subject">One line: what is wrong; at most 200 characters.</param>
public sealed record ComplaintDetails(CustomerId CustomerId, string Category, string Subject)
{
    /// <summary>What the customer says.</summary>
    public string? Description { get; init; }

    /// <summary>The product, by its stock-keeping unit.</summary>
    public string? Sku { get; init; }

    /// <summary>The channel over which the customer complained.</summary>
    public ChannelKey? Channel { get; init; }
}
