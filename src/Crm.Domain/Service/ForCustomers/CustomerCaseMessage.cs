using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One message that a customer may read.</summary>
/// <param name="Id">The message.</param>
/// <param name="IsOurs">Whether the business wrote it, rather than the customer.</param>
/// <param name="Author">Name of who wrote it.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it was written.</param>
public sealed record CustomerCaseMessage(CaseMessageId Id, bool IsOurs, string Author, string Body, Instant At);
