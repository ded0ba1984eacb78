using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Links items with the records that they served, and says how often each was reused.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. For cases, <c>CaseArticles</c> asks this door after the case.</remarks>
[FrontDoor]
public sealed class KnowledgeUses(IKnowledgeUseStore uses, IKnowledgeStore items, KnowledgeBase knowledge, KnowledgeOptions options, CrmActs acts)
{
    private const int MaxCounted = 1_000;

    /// <summary>
    /// Notes that an item served a record. To say the same again changes nothing. The first time that a record was solved with an item or cites
    /// it is a reuse, which raises the confidence in the item as <see cref="KnowledgeOptions.ReusesToValidate"/> says.
    /// </summary>
    /// <param name="item">The item, in any status.</param>
    /// <param name="subject">The record.</param>
    /// <param name="kind">How.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The use, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeUseId>> LinkAsync(
        KnowledgeItemId item, SubjectReference subject, KnowledgeUseKind kind = KnowledgeUseKind.Used, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return acts.MakeAsync<KnowledgeUseId>(
            "knowledge.link-use",
            async now =>
            {
                Guard.Defined(kind);
                if (await uses.FindAsync(item, subject, kind, cancellationToken).ConfigureAwait(false) is { } known)
                {
                    return known.Id;
                }

                if (await items.FindAsync(item, cancellationToken).ConfigureAwait(false) is not { } used)
                {
                    return acts.Errors.KnowledgeItemNotFound(item.ToString());
                }

                // A record counts once, however often it says so. What is archived is not trusted more by it.
                var counts = KnowledgeUse.IsReuse(kind) && used.CanReuse(now) && !await uses.IsReusedAsync(item, subject, cancellationToken).ConfigureAwait(false);
                var id = Linked(used, subject, kind, now);
                if (counts)
                {
                    used.Reused(options.ReusesToValidate, now);
                }

                return id;
            },
            cancellationToken);
    }

    /// <summary>Takes a link back, such as one that was made by mistake. The confidence that it raised stays.</summary>
    /// <param name="item">The item.</param>
    /// <param name="subject">The record.</param>
    /// <param name="kind">How it was said to have served it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The use that goes, or <c>ActNotAllowed</c>, <c>KnowledgeUseNotFound</c>.</returns>
    public Task<CrmResult<KnowledgeUseId>> UnlinkAsync(
        KnowledgeItemId item, SubjectReference subject, KnowledgeUseKind kind = KnowledgeUseKind.Used, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return acts.MakeAsync<KnowledgeUseId>(
            "knowledge.unlink-use",
            async _ =>
            {
                if (await uses.FindAsync(item, subject, kind, cancellationToken).ConfigureAwait(false) is not { } use)
                {
                    return acts.Errors.KnowledgeUseNotFound(item.ToString());
                }

                uses.Remove(use);
                return use.Id;
            },
            cancellationToken);
    }

    /// <summary>Starts a draft out of a record, such as a resolved case, and links the two.</summary>
    /// <param name="content">What it says: every word is the caller's.</param>
    /// <param name="audience">Who shall read it once it is published.</param>
    /// <param name="source">The record.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeItemId>> DraftAsync(
        KnowledgeContent content, Audience audience, SubjectReference source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var written = await knowledge.WriteAsync(content, audience, source, cancellationToken).ConfigureAwait(false);
        if (!written.TryGetValue(out var item))
        {
            return CrmResult<KnowledgeItemId>.Failed(written.Errors);
        }

        Linked(item, source, KnowledgeUseKind.Source, acts.Now);
        return item.Id;
    }

    /// <summary>Lists the items that served records, such as a case and those that were merged into it.</summary>
    /// <param name="subjects">The records, all of one kind.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The uses, the oldest first; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<KnowledgeUseSummary>> OfAsync(IReadOnlyCollection<SubjectReference> subjects, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return acts.Gate.Actor.IsStaff && subjects.Count > 0 ? await uses.OfSubjectsAsync(subjects, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>Lists the records that an item served, the last first.</summary>
    /// <param name="item">The item.</param>
    /// <param name="page">Which page; the first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor is not of the staff.</returns>
    public async Task<Page<KnowledgeUseSummary>> OfItemAsync(KnowledgeItemId item, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await uses.OfItemAsync(item, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new Page<KnowledgeUseSummary>([], null);

    /// <summary>Says how often items were reused.</summary>
    /// <param name="wanted">The items; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts of the items that were reused; empty when the actor is not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 1,000 items.</exception>
    public async Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeReuse>> ReuseAsync(IReadOnlyCollection<KnowledgeItemId> wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted.Count, MaxCounted, nameof(wanted));
        return acts.Gate.Actor.IsStaff && wanted.Count > 0
            ? await uses.ReuseAsync(wanted, cancellationToken).ConfigureAwait(false)
            : new Dictionary<KnowledgeItemId, KnowledgeReuse>();
    }

    /// <summary>The titles of items in any status, for records that point at them.</summary>
    /// <param name="wanted">The items; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The titles of those that exist; empty when the actor is not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 1,000 items.</exception>
    public async Task<IReadOnlyDictionary<KnowledgeItemId, string>> TitlesAsync(IReadOnlyCollection<KnowledgeItemId> wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted.Count, MaxCounted, nameof(wanted));
        return acts.Gate.Actor.IsStaff && wanted.Count > 0
            ? await uses.TitlesAsync(wanted, cancellationToken).ConfigureAwait(false)
            : new Dictionary<KnowledgeItemId, string>();
    }

    private KnowledgeUseId Linked(KnowledgeItem item, SubjectReference subject, KnowledgeUseKind kind, Instant now)
    {
        var use = new KnowledgeUse(KnowledgeUseId.New(now), item.Id, item.Title, subject, kind, acts.Gate.Actor, now);
        uses.Add(use);
        return use.Id;
    }
}
