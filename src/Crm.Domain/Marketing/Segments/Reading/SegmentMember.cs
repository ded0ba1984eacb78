using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A customer that is in a segment.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="EnteredAt">Since when.</param>
/// <param name="Reason">Why.</param>
/// <param name="Number">The version of the criteria by which it came; null where it came otherwise.</param>
/// <param name="By">Id of who put it in; null where criteria did.</param>
/// <param name="Note">What was said about it.</param>
public sealed record SegmentMember(CustomerId CustomerId, string DisplayName, Instant EnteredAt, SegmentReason Reason, int? Number, string? By, string? Note);
