namespace Crm.Domain.Criteria;

/// <summary>Whether one condition of a tree held for one record; of a negated condition, whether what is negated held.</summary>
/// <param name="Path">Where it stands in the tree, as a JSON path.</param>
/// <param name="Field">Its field.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="Holds">Whether it held.</param>
public sealed record ConditionOutcome(string Path, string Field, string Operator, bool Holds);
