using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Somebody is asked to check an item, or what was written since it was published.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title in the version to be checked.</param>
/// <param name="Number">That version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.review-requested")]
public sealed record KnowledgeReviewRequested(KnowledgeItemId ItemId, string Title, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was given back to its writers.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title in the latest version.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-returned")]
public sealed record KnowledgeItemReturned(KnowledgeItemId ItemId, string Title, string? Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>An item is to be published at an instant that lies ahead.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">From when it is readable.</param>
/// <param name="Until">Until when; null for no end.</param>
/// <param name="OccurredAt">When that was settled.</param>
[CrmEvent("knowledge.item-scheduled")]
public sealed record KnowledgeItemScheduled(KnowledgeItemId ItemId, string Title, Instant From, Instant? Until, Instant OccurredAt) : ICrmEvent;

/// <summary>A version of an item was published, or came due.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Language">Its language.</param>
/// <param name="Number">The version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-published")]
public sealed record KnowledgeItemPublished(KnowledgeItemId ItemId, string Title, Audience Audience, LanguageTag Language, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>It was settled until when an item is readable.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when; null for no end.</param>
/// <param name="OccurredAt">When that was settled.</param>
[CrmEvent("knowledge.expiry-changed")]
public sealed record KnowledgeExpiryChanged(KnowledgeItemId ItemId, string Title, Instant? Until, Instant OccurredAt) : ICrmEvent;

/// <summary>An item is no longer readable, as was settled before.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="ExpiredAt">Since when.</param>
/// <param name="OccurredAt">When that was noticed.</param>
[CrmEvent("knowledge.item-expired")]
public sealed record KnowledgeItemExpired(KnowledgeItemId ItemId, string Title, Instant ExpiredAt, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was archived.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-archived")]
public sealed record KnowledgeItemArchived(KnowledgeItemId ItemId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>An item that no reader has seen was discarded.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-discarded")]
public sealed record KnowledgeItemDiscarded(KnowledgeItemId ItemId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>The readers of an item are sent to another one.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="ReplacedBy">The other one.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-replaced")]
public sealed record KnowledgeItemReplaced(KnowledgeItemId ItemId, string Title, KnowledgeItemId ReplacedBy, Instant OccurredAt) : ICrmEvent;

/// <summary>An archived item is a draft again.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-restored")]
public sealed record KnowledgeItemRestored(KnowledgeItemId ItemId, string Title, Instant OccurredAt) : ICrmEvent;
