namespace Crm.Domain.Service;

/// <summary>One promise in a report of compliance.</summary>
/// <param name="Claim">The promise as it stood.</param>
/// <param name="Policy">Name of the policy that made it.</param>
/// <param name="Priority">The priority for which it was made.</param>
/// <param name="Team">The team that had the case; null for none.</param>
public sealed record SlaComplianceClaim(SlaClaim Claim, string Policy, CasePriority Priority, string? Team);
