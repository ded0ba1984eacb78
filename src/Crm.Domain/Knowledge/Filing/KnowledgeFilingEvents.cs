using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The categories, tags or related items of an item were set.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-filed")]
public sealed record KnowledgeItemFiled(KnowledgeItemId ItemId, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was made a part of a manual, or of none.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="ManualId">The manual; null for none.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.part-placed")]
public sealed record KnowledgePartPlaced(KnowledgeItemId ItemId, KnowledgeItemId? ManualId, Instant OccurredAt) : ICrmEvent;

/// <summary>A file was added to an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Number">The file.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.file-attached")]
public sealed record KnowledgeFileAttached(KnowledgeItemId ItemId, int Number, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A file was taken from an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Number">The file.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.file-detached")]
public sealed record KnowledgeFileDetached(KnowledgeItemId ItemId, int Number, string Name, Instant OccurredAt) : ICrmEvent;
