using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One message of a conversation.</summary>
/// <param name="Id">The message.</param>
/// <param name="CaseNumber">The case in which it was written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Name of who wrote it.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it was written.</param>
public sealed record ConversationMessage(CaseMessageId Id, CaseNumber CaseNumber, CaseMessageKind Kind, string Author, string Body, Instant At);
