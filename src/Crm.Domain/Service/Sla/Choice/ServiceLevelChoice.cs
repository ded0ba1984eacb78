namespace Crm.Domain.Service;

/// <summary>Which policy a case gets, and why none of the others.</summary>
/// <param name="Level">What the case is promised; null when no policy applies.</param>
/// <param name="Tried">Every policy in the order in which they were asked.</param>
public sealed record ServiceLevelChoice(ServiceLevel? Level, IReadOnlyList<SlaPolicyTrial> Tried);
