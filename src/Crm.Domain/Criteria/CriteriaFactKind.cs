namespace Crm.Domain.Criteria;

/// <summary>A kind of plain fact.</summary>
/// <param name="Name">What a fact of this kind calls itself.</param>
/// <param name="Relation">The facts that it belongs to, such as <c>purchases</c>.</param>
/// <param name="Field">The field that it fills by its name alone; null for none.</param>
/// <param name="Value">What it fills it with.</param>
public sealed record CriteriaFactKind(string Name, string Relation, string? Field, string? Value);
