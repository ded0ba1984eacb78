using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Domain.Service;

/// <summary>What a queue takes over from a contact.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
public sealed record QueuedContact(CustomerId CustomerId, ChannelKey Channel);
