namespace Crm.Domain.Service;

/// <summary>What became of looking at open cases again.</summary>
/// <param name="Cases">How many were looked at.</param>
/// <param name="Changed">How many are promised something else.</param>
/// <param name="Busy">Cases that others changed again and again meanwhile; look at them later.</param>
public sealed record ReappliedLevels(int Cases, int Changed, IReadOnlyList<ServiceCaseId> Busy);
