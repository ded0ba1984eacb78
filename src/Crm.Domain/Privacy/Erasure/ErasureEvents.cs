using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A person's data were erased. Handlers erase what they copied elsewhere.</summary>
/// <param name="CustomerId">The customer, who stays as an anonymous row.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("privacy.customer-erased")]
public sealed record CustomerErased(CustomerId CustomerId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("customer-erased", "Personal data erased", Audience.Internal, [CustomerId.ToSubject()]);
}
