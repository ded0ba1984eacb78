namespace Crm.Domain.Automation;

/// <summary>The figures of one step.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Total">Of everybody together.</param>
/// <param name="Teams">Of each team, by name; those of no team last, under null.</param>
public sealed record LeadTimeRow(string Step, LeadTimeFigures Total, IReadOnlyList<(string? Team, LeadTimeFigures Figures)> Teams);
