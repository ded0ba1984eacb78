namespace Crm.Domain.Knowledge;

/// <summary>A field that two versions have otherwise.</summary>
/// <param name="Field">Name of the member of <see cref="KnowledgeContent"/>.</param>
/// <param name="Before">What the first version says.</param>
/// <param name="After">What the second version says.</param>
public sealed record KnowledgeFieldChange(string Field, string? Before, string? After);
