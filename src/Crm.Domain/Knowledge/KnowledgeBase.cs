using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>The knowledge base from the side of those who write it. What happens around an item's publication is in <see cref="KnowledgePublishing"/>.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeBase(IKnowledgeStore items, KnowledgeAuthors authors, CrmActs acts)
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
        return acts.MakeAsync(
            "knowledge.write", now => Task.FromResult(Begun(content, audience, new KnowledgeOrigin { Source = source }, now)), cancellationToken);
    }

    /// <summary>Starts a translation, an item of its own with the original's audience and governance.</summary>
    /// <param name="originalId">The original.</param>
    /// <param name="content">What it says in the other language, of the version of the original that is named or, when none is, that is published or else the latest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>KnowledgeItemArchived</c>, <c>KnowledgeItemIsTranslation</c>,
    /// <c>KnowledgeVersionNotFound</c>, <c>KnowledgeTranslationExists</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> TranslateAsync(KnowledgeItemId originalId, KnowledgeContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return acts.MakeAsync<KnowledgeItem>(
            "knowledge.translate",
            async now =>
            {
                if (await items.FindAsync(originalId, cancellationToken).ConfigureAwait(false) is not { } original)
                {
                    return acts.Errors.KnowledgeItemNotFound(originalId.ToString());
                }

                if (original.TranslationOfId is not null)
                {
                    return acts.Errors.KnowledgeItemIsTranslation(originalId.ToString());
                }

                if (original.StatusAt(now) == KnowledgeStatus.Archived)
                {
                    return acts.Errors.KnowledgeItemArchived(originalId.ToString());
                }

                var from = content.TranslatedVersion ?? original.PublishedVersion ?? original.LatestVersion;
                if (from > original.LatestVersion)
                {
                    return acts.Errors.KnowledgeVersionNotFound(from);
                }

                if (content.Language == original.Language || await items.IsTranslatedAsync(originalId, content.Language, cancellationToken).ConfigureAwait(false))
                {
                    return acts.Errors.KnowledgeTranslationExists(originalId.ToString(), content.Language.Value);
                }

                return Begun(
                    content with { TranslatedVersion = from }, original.Audience, new KnowledgeOrigin { TranslationOf = originalId, Governance = original.Governance }, now);
            },
            cancellationToken);
    }

    /// <summary>Finds an item in any status, for staff.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The item; null when there is none or the actor is not staff.</returns>
    public async Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await items.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Writes a new version. Of a published item, readers see it once it is published in its turn.</summary>
    /// <inheritdoc cref="PublishAsync(KnowledgeItemId, long?, CancellationToken)" path="/param" />
    /// <param name="content">The new content.</param>
    /// <param name="note">What is changed and why, one line.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ReviseAsync(
        KnowledgeItemId id, KnowledgeContent content, long? expectedVersion = null, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return ChangeAsync("knowledge.revise", id, expectedVersion, (i, by, now) => i.CanRevise(by, now), (i, by, now) => i.Revise(content, by, now, note), cancellationToken);
    }

    /// <summary>Sets who reads an item once it is published.</summary>
    /// <inheritdoc cref="PublishAsync(KnowledgeItemId, long?, CancellationToken)" path="/param" />
    /// <param name="audience">The audience.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ChangeAudienceAsync(
        KnowledgeItemId id, Audience audience, long? expectedVersion = null, CancellationToken cancellationToken = default) => ChangeAsync(
        "knowledge.change-audience", id, expectedVersion,
        (i, by, now) => i.CanChangeAudience(audience, by, now), (i, by, now) => i.ChangeAudience(audience, by, now), cancellationToken);

    /// <summary>Publishes the latest version for the item's audience, at once.</summary>
    /// <param name="id">The item.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>,
    /// <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>, <c>KnowledgeReviewMissing</c>, <c>KnowledgeReviewOwn</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> PublishAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        PublishAsync(id, KnowledgePeriod.Always, expectedVersion, cancellationToken);

    /// <summary>Publishes the latest version for the item's audience, from and until when a period says.</summary>
    /// <inheritdoc cref="PublishAsync(KnowledgeItemId, long?, CancellationToken)" path="/param" />
    /// <param name="period">From when until when. What readers see already is replaced at once only.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>,
    /// <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>, <c>KnowledgeReviewMissing</c>, <c>KnowledgeReviewOwn</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> PublishAsync(
        KnowledgeItemId id, KnowledgePeriod period, long? expectedVersion = null, CancellationToken cancellationToken = default) => ChangeAsync(
        "knowledge.publish", id, expectedVersion, (i, by, now) => i.CanPublish(by, now, period), (i, by, now) => i.Publish(by, now, period), cancellationToken);

    /// <summary>Archives a published item.</summary>
    /// <inheritdoc cref="PublishAsync(KnowledgeItemId, long?, CancellationToken)" path="/param" />
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ArchiveAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.archive", id, expectedVersion, (i, by, now) => i.CanArchive(by, now), (i, by, now) => i.Archive(by, now), cancellationToken);

    private CrmResult<KnowledgeItem> Begun(KnowledgeContent content, Audience audience, KnowledgeOrigin origin, Instant now)
    {
        var item = new KnowledgeItem(KnowledgeItemId.New(now), content, audience, authors.Current, now, origin);
        items.Add(item);
        return item;
    }

    private Task<CrmResult<KnowledgeItem>> ChangeAsync(
        string act, KnowledgeItemId id, long? expectedVersion,
        Func<KnowledgeItem, KnowledgeAuthor, Instant, CrmRuling> may, Action<KnowledgeItem, KnowledgeAuthor, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeItemAsync(authors, act, items.FindAsync(id, cancellationToken), id, expectedVersion, may, change, cancellationToken);
}
