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

/// <summary>A version was written.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title in that version.</param>
/// <param name="Number">The version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.item-revised")]
public sealed record KnowledgeItemRevised(KnowledgeItemId ItemId, string Title, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>An item is meant for another audience.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Audience">The audience since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.audience-changed")]
public sealed record KnowledgeAudienceChanged(KnowledgeItemId ItemId, Audience Audience, Instant OccurredAt) : ICrmEvent;
