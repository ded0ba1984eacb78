using Crm.Domain.Customers;

namespace Crm.Domain.Interactions;

/// <summary>Which outbound messages to list; every condition that is set must hold.</summary>
public sealed record OutboundCriteria
{
    /// <summary>Every message.</summary>
    public static OutboundCriteria All { get; } = new();

    /// <summary>Messages to a customer.</summary>
    /// <value>Null by default: to any.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Messages that got so far.</summary>
    /// <value>Empty by default: however far.</value>
    public IReadOnlyList<OutboundStatus> Statuses { get; init; } = [];

    /// <summary>Messages over a channel.</summary>
    /// <value>Null by default: over any.</value>
    public ChannelKey? Channel { get; init; }
}
