namespace Crm.Domain.Automation;

/// <summary>A step of a process: it is over with the first of its ends after the beginning.</summary>
/// <param name="Name">The name, such as <c>firstAnswer</c>.</param>
/// <param name="Ends">What ends it.</param>
public sealed record LeadTimeStep(string Name, IReadOnlyList<LeadTimeEvent> Ends);
