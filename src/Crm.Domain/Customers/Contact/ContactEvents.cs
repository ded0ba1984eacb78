using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A contact point's use or label changed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Use">What it is used for now.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-described")]
public sealed record ContactPointDescribed(CustomerId CustomerId, ContactPointId ContactPointId, ContactUse Use, Instant OccurredAt) : ICrmEvent;

/// <summary>A contact point turned out not to reach the customer; the reason stays with the customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-invalidated")]
public sealed record ContactPointInvalidated(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>A contact point reaches the customer again.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-validated")]
public sealed record ContactPointValidated(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>The customer refused advertising at one address.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-opted-out")]
public sealed record ContactPointOptedOut(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>The customer took the refusal of advertising at one address back.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-opted-in")]
public sealed record ContactPointOptedIn(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>A contact point was corrected or replaced.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ContactPointId">The contact point.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The new address or number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.contact-point-replaced")]
public sealed record ContactPointReplaced(CustomerId CustomerId, ContactPointId ContactPointId, ContactPointKind Kind, string Value, Instant OccurredAt) : ICrmEvent;

/// <summary>A postal address was removed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="AddressId">The address.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.address-removed")]
public sealed record CustomerAddressRemoved(CustomerId CustomerId, CustomerAddressId AddressId, AddressKind Kind, Instant OccurredAt) : ICrmEvent;
