namespace Crm.Domain.Automation;

/// <summary>What became of one action of a run.</summary>
/// <param name="Do">Name of the action.</param>
/// <param name="On">The kind of record that it was done to; null where it needs none.</param>
/// <param name="Done">Whether it was done.</param>
/// <param name="Note">In few words what was done, or the code of why not.</param>
public sealed record RuleActionOutcome(string Do, string? On, bool Done, string Note);
