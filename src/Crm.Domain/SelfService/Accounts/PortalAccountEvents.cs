using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Somebody was invited to a portal account, for the first time or again.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="Role">For whom it acts.</param>
/// <param name="Number">The number of the invitation.</param>
/// <param name="IsSent">Whether this library sends it.</param>
/// <param name="ExpiresAt">From when on it leads nowhere.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.account-invited")]
public sealed record PortalAccountInvited(
    PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, PortalRole Role, int Number, bool IsSent, Instant ExpiresAt, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("portal-invited", AccountId, CustomerId);
}

/// <summary>An invitation could not be sent.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="Obstacle">Code of what stood in the way.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.invitation-unsent")]
public sealed record PortalInvitationUnsent(PortalAccountId AccountId, CustomerId CustomerId, string Obstacle, Instant OccurredAt) : ICrmEvent;

/// <summary>An invitation was accepted.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.invitation-accepted")]
public sealed record PortalInvitationAccepted(PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("portal-accepted", AccountId, CustomerId);
}

/// <summary>An account acts for others now.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="Role">The role it has now.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.role-changed")]
public sealed record PortalRoleChanged(PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, PortalRole Role, Instant OccurredAt) : ICrmEvent;

/// <summary>An account was blocked; the reason stays with it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.account-blocked")]
public sealed record PortalAccountBlocked(PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("portal-blocked", AccountId, CustomerId);
}

/// <summary>A blocked account was opened again.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.account-unblocked")]
public sealed record PortalAccountUnblocked(PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ICrmEvent;

/// <summary>An account was closed for good; the reason stays with it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OrganisationId">The organisation that it belongs to.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.account-closed")]
public sealed record PortalAccountClosed(PortalAccountId AccountId, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("portal-closed", AccountId, CustomerId);
}

/// <summary>The owner of an account signed in.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.signed-in")]
public sealed record PortalSignedIn(PortalAccountId AccountId, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>An external identity was linked to an account. The host voids passwords that were set before.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.identity-linked")]
public sealed record PortalIdentityLinked(PortalAccountId AccountId, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>The external identity of an account was let go.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="CustomerId">The customer whom it is for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.identity-unlinked")]
public sealed record PortalIdentityUnlinked(PortalAccountId AccountId, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;
