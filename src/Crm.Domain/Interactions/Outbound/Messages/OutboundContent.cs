namespace Crm.Domain.Interactions;

/// <summary>What a message says, once its values stand in it.</summary>
/// <param name="Subject">One line of at most 200 characters.</param>
/// <param name="Text">The body as plain text.</param>
/// <param name="Html">The body as HTML; null for plain text alone.</param>
public sealed record OutboundContent(string Subject, string Text, string? Html = null);
