using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one onboarding of a customer.</summary>
[CrmId]
public readonly partial record struct OnboardingId;
