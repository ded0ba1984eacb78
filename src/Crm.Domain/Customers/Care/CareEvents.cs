using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Another specialist or team looks after a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="SpecialistId">Id of the specialist.</param>
/// <param name="SpecialistName">The specialist's name.</param>
/// <param name="TeamId">The team.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-assigned")]
public sealed record CustomerAssigned(CustomerId CustomerId, string? SpecialistId, string? SpecialistName, string? TeamId, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer got a tag.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tag">The tag.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-tagged")]
public sealed record CustomerTagged(CustomerId CustomerId, string Tag, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer lost a tag.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tag">The tag.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-untagged")]
public sealed record CustomerUntagged(CustomerId CustomerId, string Tag, Instant OccurredAt) : ICrmEvent;

/// <summary>What a customer prefers changed; the value stays with the customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Key">What it is about.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.preference-changed")]
public sealed record PreferenceChanged(CustomerId CustomerId, string Key, Instant OccurredAt) : ICrmEvent;
