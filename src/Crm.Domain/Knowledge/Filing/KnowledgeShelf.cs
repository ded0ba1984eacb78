using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Where knowledge items are found beside search, and what belongs to them: categories, tags, related items, parts of manuals, files.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeShelf(
    IKnowledgeStore items, IKnowledgeCategoryStore categories, IKnowledgeQueries queries, KnowledgeAuthors authors, CrmActs acts, IAttachmentStore? store = null)
{
    /// <summary>Sets the categories, tags and related items of an item; those that are not named are taken away.</summary>
    /// <param name="id">The item.</param>
    /// <param name="filing">All of them.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>KnowledgeCategoryNotFound</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeItem>> FileAsync(
        KnowledgeItemId id, KnowledgeFiling filing, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filing);
        var known = acts.Gate.Actor.IsStaff ? await KnowsAsync(id, filing, cancellationToken).ConfigureAwait(false) : CrmRuling.Permitted;
        return await ChangeAsync("knowledge.file", id, expectedVersion, (i, by, now) => i.CanFile(by, now).Then(known), (i, by, now) => i.File(filing, by, now), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Makes an item a part of a manual, or of none.</summary>
    /// <param name="id">The item.</param>
    /// <param name="manual">The manual; null for none.</param>
    /// <param name="position">Its place among the parts: the lowest first; 0 or more.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>KnowledgePartIsManual</c>, <c>KnowledgeManualNotOne</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeItem>> MakePartAsync(
        KnowledgeItemId id, KnowledgeItemId? manual, int position = 0, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        CrmRuling known = default;
        if (manual is { } whole && acts.Gate.Actor.IsStaff)
        {
            known = await items.FindAsync(whole, cancellationToken).ConfigureAwait(false) is not { } found ? CrmRuling.Refused(e => e.KnowledgeItemNotFound(whole.ToString()))
                : found.Latest.Kind != KnowledgeKind.Manual ? CrmRuling.Refused(e => e.KnowledgeManualNotOne(whole.ToString()))
                : default;
        }

        return await ChangeAsync(
            "knowledge.make-part", id, expectedVersion, (i, by, now) => i.CanBePart(by, now).Then(known), (i, by, now) => i.BePart(manual, position, by, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a file to an item. Its content was kept by <see cref="AttachmentShelf.KeepAsync"/>.</summary>
    /// <param name="id">The item.</param>
    /// <param name="file">The file.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> AttachAsync(KnowledgeItemId id, AttachedFile file, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ChangeAsync("knowledge.attach", id, expectedVersion, (i, by, now) => i.CanFile(by, now), (i, by, now) => i.Attach(file, by, now), cancellationToken);
    }

    /// <summary>Takes a file from an item. Its content stays in the store.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The file.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>KnowledgeFileNotFound</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> DetachAsync(KnowledgeItemId id, int number, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.detach", id, expectedVersion, (i, by, now) => i.CanDetach(number, by, now), (i, by, now) => i.Detach(number, by, now), cancellationToken);

    /// <summary>Opens a file of a published item for its readers, and of any item for staff.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content; null when there is none or the actor may not read the item.</returns>
    public async Task<AttachmentContent?> OpenAsync(KnowledgeItemId id, int number, CancellationToken cancellationToken = default)
    {
        var files = acts.Gate.Actor.IsStaff
            ? (await items.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Files
            : await queries.ReadPublishedAsync(id, null, acts.Gate.ReadableAudiences, acts.Now, cancellationToken).ConfigureAwait(false) is { RedirectedFrom: null } read ? read.Files : null;
        return store is not null && files?.FirstOrDefault(f => f.Number == number) is { } file
            && await store.OpenAsync(file.StorageKey, cancellationToken).ConfigureAwait(false) is { } content
                ? new AttachmentContent(file.Name, file.ContentType, file.Size, content)
                : null;
    }

    private async Task<CrmRuling> KnowsAsync(KnowledgeItemId id, KnowledgeFiling filing, CancellationToken cancellationToken)
    {
        if (filing.Categories.Count > 0)
        {
            var all = (await categories.AllAsync(cancellationToken).ConfigureAwait(false)).Select(c => c.Id).ToHashSet();
            foreach (var unknown in filing.Categories.Where(c => !all.Contains(c)))
            {
                return CrmRuling.Refused(e => e.KnowledgeCategoryNotFound(unknown.ToString()));
            }
        }

        // Itself, or too many of them, is refused by the item.
        var related = filing.Related.Where(r => r != id).Take(KnowledgeItem.MaxRelated).ToHashSet();
        related.ExceptWith(related.Count == 0 ? [] : await items.KnownAsync(related, cancellationToken).ConfigureAwait(false));
        return related.Count == 0 ? CrmRuling.Permitted : CrmRuling.Refused(e => e.KnowledgeItemNotFound(related.Min().ToString()));
    }

    private Task<CrmResult<KnowledgeItem>> ChangeAsync(
        string act, KnowledgeItemId id, long? expectedVersion,
        Func<KnowledgeItem, KnowledgeAuthor, Instant, CrmRuling> may, Action<KnowledgeItem, KnowledgeAuthor, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeItemAsync(authors, act, items.FindAsync(id, cancellationToken), id, expectedVersion, may, change, cancellationToken);
}
