namespace Crm.Domain.Interactions;

/// <summary>Consecutive lines of a mail of one kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="IsHidden">Whether they are left out of what the author wrote.</param>
/// <param name="Text">The lines as they came, with line feeds between them.</param>
public sealed record ReplyFragment(ReplyFragmentKind Kind, bool IsHidden, string Text);
