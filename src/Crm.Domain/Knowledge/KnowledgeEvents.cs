using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A draft was begun.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Source">The record it comes from.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-drafted")]
public sealed record KnowledgeItemDrafted(KnowledgeItemId ItemId, string Title, LanguageTag Language, SubjectReference? Source, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline()
    {
        var reference = ItemId.ToSubject();
        return new("knowledge-drafted", Title, Audience.Internal, Source is null ? [reference] : [reference, Source]) { Reference = reference };
    }
}

/// <summary>What an item says was changed.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-revised")]
public sealed record KnowledgeItemRevised(KnowledgeItemId ItemId, string Title, Instant OccurredAt) : ICrmEvent;

/// <summary>An item is meant for another audience.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Audience">The audience since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.audience-changed")]
public sealed record KnowledgeAudienceChanged(KnowledgeItemId ItemId, Audience Audience, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was published.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Language">Its language.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-published")]
public sealed record KnowledgeItemPublished(KnowledgeItemId ItemId, string Title, Audience Audience, LanguageTag Language, Instant OccurredAt) : ICrmEvent;

/// <summary>An item was archived.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-archived")]
public sealed record KnowledgeItemArchived(KnowledgeItemId ItemId, string Title, Instant OccurredAt) : ICrmEvent;
