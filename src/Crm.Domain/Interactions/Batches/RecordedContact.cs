using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What somebody who sorts messages must know of one that was recorded.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="ExternalId">Its id in the system that brought it.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="ThreadKey">What the messages of its conversation have in common.</param>
/// <param name="About">The records it was about.</param>
/// <param name="At">When it happened.</param>
/// <param name="CustomerAddress">Where the customer was reached.</param>
public sealed record RecordedContact(
    InteractionId Id, ChannelKey Channel, string? ExternalId, CustomerId CustomerId, string Subject, string? ThreadKey, IReadOnlyList<SubjectReference> About,
    Instant At, string? CustomerAddress);
