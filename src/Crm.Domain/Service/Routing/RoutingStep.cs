namespace Crm.Domain.Service;

/// <summary>What became of one piece of work; nothing where none was left.</summary>
internal sealed record RoutingStep(WorkAssignment? Assignment, string? Demand);
