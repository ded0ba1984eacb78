using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A customer came into a segment. Raised once for each stay.</summary>
/// <param name="MembershipId">The stay.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">The segment's key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-entered")]
public sealed record SegmentEntered(SegmentMembershipId MembershipId, SegmentId SegmentId, string Key, CustomerId CustomerId, SegmentReason Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A customer left a segment. Raised once for each stay, after <see cref="SegmentEntered"/>.</summary>
/// <param name="MembershipId">The stay.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">The segment's key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-left")]
public sealed record SegmentLeft(SegmentMembershipId MembershipId, SegmentId SegmentId, string Key, CustomerId CustomerId, SegmentReason Reason, Instant OccurredAt) : ICrmEvent;
