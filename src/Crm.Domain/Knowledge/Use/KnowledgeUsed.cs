using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>An item served a record, such as a case.</summary>
/// <param name="UseId">The use.</param>
/// <param name="KnowledgeItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">The record.</param>
/// <param name="Kind">How.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("knowledge.used")]
public sealed record KnowledgeUsed(KnowledgeUseId UseId, KnowledgeItemId KnowledgeItemId, string Title, SubjectReference Subject, KnowledgeUseKind Kind, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline()
    {
        var item = KnowledgeItemId.ToSubject();
        return new("knowledge-used", Title, Audience.Internal, [Subject, item]) { Reference = item };
    }
}
