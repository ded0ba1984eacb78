using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of knowledge.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Knowledge =>
    [
        AggregateSetup.Of(() => new KnowledgeItem(KnowledgeItemId.New(s_now), new KnowledgeContent("Title", "Body", LanguageTag.Parse("en")), Audience.Internal, s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.ChangeAudience), _ => [Audience.Public, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanTrust), _ => [KnowledgeConfidence.Validated, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Trust), _ => [KnowledgeConfidence.Validated, s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanReturn), i => i.RequestReview(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Return), i => i.RequestReview(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanPublish), _ => [s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Publish), _ => [s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanLimit), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Limit), i => Published(i, [s_now + Duration.FromDays(1), s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanArchive), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Archive), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanReplace), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Replace), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanRestore), i => i.Discard(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Restore), i => i.Discard(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanComeDue), i => i.Publish(s_writer, s_now - Duration.FromDays(2), new KnowledgePeriod(s_now - Duration.FromDays(1))))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.ComeDue), i => i.Publish(s_writer, s_now - Duration.FromDays(2), new KnowledgePeriod(s_now - Duration.FromDays(1))))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanDetach), i => Attached(i, [1, s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Detach), i => Attached(i, [1, s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.BePart), _ => [KnowledgeItemId.New(s_now), 1, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Attach), _ => [new AttachedFile("plan.pdf", "application/pdf", 12, new string('a', 64), "key"), s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Govern), _ => [KnowledgeGovernance.Compliance, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Reused), _ => [3, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.File), _ => [new KnowledgeFiling { Tags = ["a"] }, s_writer, s_now]),
        AggregateSetup.Of(() => new KnowledgeCategory(KnowledgeCategoryId.New(s_now), new KnowledgeCategoryDetails("Kettles"), s_now)),
        AggregateSetup.Of(() => new KnowledgeVote(KnowledgeVoteId.New(s_now), KnowledgeItemId.New(s_now), KnowledgeReaderId.From(s_reader), Domain.Access.Actor.Guest, false, s_now)),
        AggregateSetup.Of(() => new KnowledgeUse(
            KnowledgeUseId.New(s_now), KnowledgeItemId.New(s_now), "Kettles", new SubjectReference(SubjectKinds.Case, s_reader), KnowledgeUseKind.Used, Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new KnowledgeSynonymList(KnowledgeSynonymListId.New(s_now), LanguageTag.Parse("en"), [["kettle", "boiler"]], s_now))
            .Before<KnowledgeSynonymList>(nameof(KnowledgeSynonymList.Replace), _ => [new[] { new[] { "cup", "mug" } }, s_now]),
    ];

    private static object?[] Published(KnowledgeItem item, object?[] then)
    {
        item.Publish(s_writer, s_now);
        return then;
    }

    private static object?[] Attached(KnowledgeItem item, object?[] then)
    {
        item.Attach(new AttachedFile("plan.pdf", "application/pdf", 12, new string('a', 64), "key"), s_writer, s_now);
        return then;
    }
}
