using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>How every front door of knowledge changes an item: as the actor, with the actor's licence.</summary>
internal static class KnowledgeActs
{
    public static Task<CrmResult<KnowledgeItem>> ChangeItemAsync(
        this CrmActs acts,
        KnowledgeAuthors authors,
        string act,
        Task<KnowledgeItem?> found,
        KnowledgeItemId id,
        long? expectedVersion,
        Func<KnowledgeItem, KnowledgeAuthor, Instant, CrmRuling> may,
        Action<KnowledgeItem, KnowledgeAuthor, Instant> change,
        CancellationToken cancellationToken) => acts.ChangeAsync(
        act, found, e => e.KnowledgeItemNotFound(id.ToString()), expectedVersion,
        i => may(i, authors.Current, acts.Now), (i, now) => change(i, authors.Current, now), cancellationToken);
}
