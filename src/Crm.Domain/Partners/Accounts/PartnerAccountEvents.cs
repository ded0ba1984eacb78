using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Somebody was invited to sign in for a partner.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.account-invited")]
public sealed record PartnerAccountInvited(PartnerId PartnerId, PartnerAccountId AccountId, PartnerAccountRole Role, Instant OccurredAt) : ICrmEvent;

/// <summary>An invitation to sign in for a partner was accepted.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="AccountId">The account.</param>
/// <param name="PrincipalId">The holder's id in the host's user directory.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.account-accepted")]
public sealed record PartnerAccountAccepted(PartnerId PartnerId, PartnerAccountId AccountId, string PrincipalId, Instant OccurredAt) : ICrmEvent;

/// <summary>An account of a partner ended, or its invitation was taken back.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="AccountId">The account.</param>
/// <param name="PrincipalId">Whose it was; null where the invitation was not accepted.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("partners.account-ended")]
public sealed record PartnerAccountEnded(PartnerId PartnerId, PartnerAccountId AccountId, string? PrincipalId, Instant OccurredAt) : ICrmEvent;
