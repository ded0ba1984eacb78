using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;

namespace Crm.Domain.Service;

/// <summary>What a case is about, as far as it can be said anew after opening.</summary>
/// <param name="Subject">One line: what is wrong; at most <see cref="ServiceCase.MaxSubjectLength"/> characters.</param>
public sealed record CaseDescription(string Subject)
{
    /// <summary>The organisation on whose behalf the customer asks.</summary>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>What kind of matter it is, in the business's own words; at most <see cref="ServiceCase.MaxTypeLength"/> characters.</summary>
    public string? Type { get; init; }

    /// <summary>The channel over which the customer asked.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>The product, by its stock-keeping unit; at most 64 characters.</summary>
    public string? Sku { get; init; }

    /// <summary>The serial number of the piece, or the key of the asset; at most 100 characters.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The order in which it was bought.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>The line of that order, from 1; only with an order.</summary>
    public int? OrderLine { get; init; }
}
