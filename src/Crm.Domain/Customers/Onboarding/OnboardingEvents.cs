using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer's onboarding began.</summary>
/// <param name="OnboardingId">The onboarding.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Name of the checklist.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.onboarding-begun")]
public sealed record OnboardingBegun(OnboardingId OnboardingId, CustomerId CustomerId, string Name, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("onboarding-begun", Name, Audience.Customer, [new(SubjectKinds.Customer, CustomerId.Value)]);
}

/// <summary>An onboarding step was done or skipped.</summary>
/// <param name="OnboardingId">The onboarding.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">The step.</param>
/// <param name="Title">What was to be done.</param>
/// <param name="Status">Done or skipped.</param>
/// <param name="IsLast">Whether no step is open any more.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.onboarding-step-settled")]
public sealed record OnboardingStepSettled(
    OnboardingId OnboardingId, CustomerId CustomerId, int Step, string Title, OnboardingStepStatus Status, bool IsLast, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("onboarding-step-settled", $"{Title}: {Status}", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value)]);
}

/// <summary>An onboarding step is open again.</summary>
/// <param name="OnboardingId">The onboarding.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">The step.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.onboarding-step-reopened")]
public sealed record OnboardingStepReopened(OnboardingId OnboardingId, CustomerId CustomerId, int Step, Instant OccurredAt) : ICrmEvent;

/// <summary>An onboarding step got another day.</summary>
/// <param name="OnboardingId">The onboarding.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">The step.</param>
/// <param name="DueOn">The new day.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.onboarding-step-rescheduled")]
public sealed record OnboardingStepRescheduled(OnboardingId OnboardingId, CustomerId CustomerId, int Step, LocalDate DueOn, Instant OccurredAt) : ICrmEvent;
