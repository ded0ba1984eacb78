using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Feedback;

/// <summary>Whom a survey is to ask, and about what.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="CustomerId">The customer.</param>
public sealed record SurveyRequest(string Survey, CustomerId CustomerId)
{
    /// <summary>The record it is about, such as a case, a visit or an order; each is asked about once by a survey. Not a customer.</summary>
    public SubjectReference? About { get; init; }

    /// <summary>The product that the answer is about; at most 64 characters.</summary>
    public string? Sku { get; init; }

    /// <summary>The agent whose work the answer is about.</summary>
    public string? AgentId { get; init; }

    /// <summary>The channel of the contact that the answer is about.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>The language of the questions.</summary>
    /// <value>Null by default: the customer's.</value>
    public LanguageTag? Language { get; init; }
}
