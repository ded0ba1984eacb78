using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The knowledge base from the side of those who write it.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeBase(IKnowledgeStore items, CrmActs acts)
{
    /// <summary>Starts a draft.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="audience">Who shall read it once it is published.</param>
    /// <param name="source">The record it comes from, such as a resolved case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> WriteAsync(
        KnowledgeContent content, Audience audience, SubjectReference? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return acts.MakeAsync<KnowledgeItem>("knowledge.write", now =>
        {
            var item = new KnowledgeItem(KnowledgeItemId.New(now), content, audience, now, source);
            items.Add(item);
            return Task.FromResult<CrmResult<KnowledgeItem>>(item);
        }, cancellationToken);
    }

    /// <summary>Finds an item in any status, for staff.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The item; null when there is none or the actor is not staff.</returns>
    public async Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await items.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Changes what an item says.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <param name="content">The new content.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ReviseAsync(
        KnowledgeItemId id, KnowledgeContent content, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.revise", id, expectedVersion, i => i.CanRevise(), (i, now) => i.Revise(content, now), cancellationToken);

    /// <summary>Sets who reads an item once it is published.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <param name="audience">The audience.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ChangeAudienceAsync(
        KnowledgeItemId id, Audience audience, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.change-audience", id, expectedVersion, i => i.CanChangeAudience(), (i, now) => i.ChangeAudience(audience, now), cancellationToken);

    /// <summary>Publishes a draft for its audience.</summary>
    /// <param name="id">The item.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeItemEmpty</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> PublishAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.publish", id, expectedVersion, i => i.CanPublish(), (i, now) => i.Publish(now), cancellationToken);

    /// <summary>Archives a published item.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ArchiveAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.archive", id, expectedVersion, i => i.CanArchive(), (i, now) => i.Archive(now), cancellationToken);

    private Task<CrmResult<KnowledgeItem>> ChangeAsync(
        string act, KnowledgeItemId id, long? expectedVersion, Func<KnowledgeItem, CrmRuling> may, Action<KnowledgeItem, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, items.FindAsync(id, cancellationToken), e => e.KnowledgeItemNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
