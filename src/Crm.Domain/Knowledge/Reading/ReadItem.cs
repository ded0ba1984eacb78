using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>An item that a customer read, for the agent who is called next.</summary>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="OpenedAt">When it was last opened.</param>
/// <param name="Helped">Whether it is known to have helped.</param>
public sealed record ReadItem(KnowledgeItemId KnowledgeItemId, string Title, Instant OpenedAt, bool Helped);
