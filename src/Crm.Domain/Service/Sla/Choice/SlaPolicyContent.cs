namespace Crm.Domain.Service;

/// <summary>What a version of a policy says; it never changes.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Terms">What it promises.</param>
public sealed record SlaPolicyContent(SlaPolicyId PolicyId, SlaPolicyTerms Terms);
