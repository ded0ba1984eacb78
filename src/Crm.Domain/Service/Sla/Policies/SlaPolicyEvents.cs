using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A policy was made.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="VersionId">Its first version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-created")]
public sealed record SlaPolicyCreated(SlaPolicyId PolicyId, string Name, SlaPolicyVersionId VersionId, Instant OccurredAt) : ICrmEvent;

/// <summary>A version of a policy was published: open cases that have the policy are to be reckoned anew.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-published")]
public sealed record SlaPolicyPublished(SlaPolicyId PolicyId, string Name, SlaPolicyVersionId VersionId, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A policy got another name, condition or validity.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-changed")]
public sealed record SlaPolicyChanged(SlaPolicyId PolicyId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A policy got another place in the order.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Its place since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-moved")]
public sealed record SlaPolicyMoved(SlaPolicyId PolicyId, string Name, int Position, Instant OccurredAt) : ICrmEvent;

/// <summary>A policy became the default one, or is it no more.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">Whether it is since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-default-changed")]
public sealed record SlaPolicyDefaultChanged(SlaPolicyId PolicyId, string Name, bool IsDefault, Instant OccurredAt) : ICrmEvent;

/// <summary>A policy was retired, or is chosen again.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether it is chosen since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.sla-policy-activity-changed")]
public sealed record SlaPolicyActivityChanged(SlaPolicyId PolicyId, string Name, bool IsActive, Instant OccurredAt) : ICrmEvent;
