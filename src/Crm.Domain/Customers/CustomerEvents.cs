using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer was recorded.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-created")]
public sealed record CustomerCreated(CustomerId CustomerId, CustomerKind Kind, string DisplayName, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("customer-created", DisplayName, Audience.Customer, [CustomerId.ToSubject()]);
}

/// <summary>A customer's name changed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Before">The name before.</param>
/// <param name="After">The name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customer-renamed")]
public sealed record CustomerRenamed(CustomerId CustomerId, string Before, string After, Instant OccurredAt) : ICrmEvent;

/// <summary>The language a customer prefers changed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Language">The language, if known.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.language-changed")]
public sealed record CustomerLanguageChanged(CustomerId CustomerId, LanguageTag? Language, Instant OccurredAt) : ICrmEvent;

/// <summary>A person's date of birth was set or cleared; the date itself stays with the person.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.birth-date-changed")]
public sealed record BirthDateChanged(CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer got a contact point.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The address or number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-added")]
public sealed record ContactPointAdded(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, string Value, Instant OccurredAt) : ICrmEvent;

/// <summary>A contact point was removed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-removed")]
public sealed record ContactPointRemoved(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>Another contact point became the preferred one of its kind.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.primary-contact-point-changed")]
public sealed record PrimaryContactPointChanged(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>A postal address was set; the address itself stays with the customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What the address is for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.address-changed")]
public sealed record CustomerAddressChanged(CustomerId CustomerId, AddressKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer got an identity in another system.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="System">The other system.</param>
/// <param name="Value">The identity there.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.reference-added")]
public sealed record CustomerReferenceAdded(CustomerId CustomerId, string System, string Value, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer lost an identity in another system.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="System">The other system.</param>
/// <param name="Value">The identity there.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.reference-removed")]
public sealed record CustomerReferenceRemoved(CustomerId CustomerId, string System, string Value, Instant OccurredAt) : ICrmEvent;
