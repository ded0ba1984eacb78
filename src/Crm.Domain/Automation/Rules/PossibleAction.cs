namespace Crm.Domain.Automation;

/// <summary>An action that a rule can ask for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of record that it is done to; null where it needs none.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="TakesMore">Whether it takes other values too.</param>
public sealed record PossibleAction(string Name, string? Kind, IReadOnlyList<RuleParameter> Parameters, bool TakesMore);
