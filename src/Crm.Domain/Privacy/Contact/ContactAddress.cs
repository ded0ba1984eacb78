using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>One address of a customer, as far as it matters for contacting.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">How it reaches the customer.</param>
/// <param name="Value">The address as written.</param>
/// <param name="Key">Its comparison key.</param>
/// <param name="IsPrimary">Whether it is preferred among those of its kind.</param>
/// <param name="InvalidSince">Since when it does not reach the customer; null while it does.</param>
/// <param name="OptedOutSince">Since when the customer wants no advertising there; null while none was refused.</param>
public sealed record ContactAddress(
    CustomerId CustomerId, ContactPointKind Kind, string Value, string Key, bool IsPrimary, Instant? InvalidSince, Instant? OptedOutSince)
{
    /// <summary>Since when it is suppressed; null while it is not.</summary>
    public Instant? SuppressedSince { get; init; }
}
