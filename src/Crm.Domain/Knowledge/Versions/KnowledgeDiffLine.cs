namespace Crm.Domain.Knowledge;

/// <summary>A line of a body in a comparison.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record KnowledgeDiffLine(KnowledgeDiffKind Kind, string Text);
