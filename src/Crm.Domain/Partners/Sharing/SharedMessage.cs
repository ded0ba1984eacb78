using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A message or comment that a partner may read.</summary>
/// <param name="Author">Name of who wrote it.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it was written.</param>
public sealed record SharedMessage(string Author, string Body, Instant At);
