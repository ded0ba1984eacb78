using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A person became a member of an organisation.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="MembershipId">The membership.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Role">What the person does there.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.organisation-joined")]
public sealed record OrganisationJoined(CustomerId CustomerId, MembershipId MembershipId, CustomerId OrganisationId, string? Role, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        "organisation-joined", Role ?? "Member", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value), new(SubjectKinds.Customer, OrganisationId.Value)]);
}

/// <summary>What a person does in an organisation changed.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="MembershipId">The membership.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.membership-described")]
public sealed record MembershipDescribed(CustomerId CustomerId, MembershipId MembershipId, Instant OccurredAt) : ICrmEvent;

/// <summary>Another membership became a person's main one.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="MembershipId">The membership.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.primary-membership-changed")]
public sealed record PrimaryMembershipChanged(CustomerId CustomerId, MembershipId MembershipId, Instant OccurredAt) : ICrmEvent;

/// <summary>A person left an organisation.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="MembershipId">The membership.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.membership-ended")]
public sealed record MembershipEnded(CustomerId CustomerId, MembershipId MembershipId, CustomerId OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        "membership-ended", "Left", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value), new(SubjectKinds.Customer, OrganisationId.Value)]);
}

/// <summary>A membership that was recorded by mistake was removed.</summary>
/// <param name="CustomerId">The person.</param>
/// <param name="MembershipId">The membership.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.membership-removed")]
public sealed record MembershipRemoved(CustomerId CustomerId, MembershipId MembershipId, CustomerId OrganisationId, Instant OccurredAt) : ICrmEvent;

/// <summary>An organisation got another place in the tree.</summary>
/// <param name="CustomerId">The organisation.</param>
/// <param name="Before">The organisation it belonged to.</param>
/// <param name="After">The organisation it belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.organisation-moved")]
public sealed record OrganisationMoved(CustomerId CustomerId, CustomerId? Before, CustomerId? After, Instant OccurredAt) : ICrmEvent;
